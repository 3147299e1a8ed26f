namespace NetDsl;

/// <summary>What every generated network offers to generic code, without reflection.</summary>
/// <typeparam name="TSelf">The network itself.</typeparam>
public interface INetwork<TSelf>
    where TSelf : class, INetwork<TSelf>
{
    /// <summary>Number of floats in one input sample.</summary>
    static abstract int InputLength { get; }

    /// <summary>Number of floats in the main output of one sample.</summary>
    static abstract int OutputLength { get; }

    /// <summary>Number of trainable parameters.</summary>
    static abstract long ParameterCount { get; }

    /// <summary>Multiplications in convolutions and dense layers of one forward pass of one sample.</summary>
    static abstract long Multiplies { get; }

    /// <summary>Bytes of planned activation memory for the inference of one sample.</summary>
    static abstract long InferenceBytes { get; }

    /// <summary>Bytes of activations and activation gradients that one sample's backward pass needs.</summary>
    static abstract long TrainingBytes { get; }

    /// <summary>The table of layers: shapes, parameters and cost.</summary>
    static abstract string Summary { get; }

    /// <summary>How an evaluation compares the output with labels; cross-entropy unless the network's loss says otherwise.</summary>
    static virtual LabelCriterion Criterion => LabelCriterion.SoftmaxCrossEntropy;

    /// <summary>A network with freshly initialised parameters; the same seed gives the same bits.</summary>
    static abstract TSelf Create(int seed);

    /// <summary>Reads a network from a safetensors file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or its names or shapes are another network's.</exception>
    static abstract TSelf Load(string path);

    /// <summary>How many threads a prediction may use; all cores unless set. The result does not depend on it.</summary>
    int Threads { get; set; }

    /// <summary>All parameters by name, in the order of the layers.</summary>
    ParameterSet Parameters { get; }

    /// <summary>Computes the declared output of every sample in <paramref name="input"/>.</summary>
    /// <param name="input">Any number of samples of <see cref="InputLength"/> floats, channels last.</param>
    /// <param name="output">Receives <see cref="OutputLength"/> floats a sample.</param>
    /// <exception cref="ArgumentException">A length is not a multiple of a sample's, or the two do not agree.</exception>
    void Predict(ReadOnlySpan<float> input, Span<float> output);

    /// <inheritdoc cref="Predict(ReadOnlySpan{float}, Span{float})"/>
    float[] Predict(ReadOnlySpan<float> input);

    /// <summary>Computes what enters the loss: for a classifier the logits, before the softmax.</summary>
    /// <inheritdoc cref="Predict(ReadOnlySpan{float}, Span{float})"/>
    void PredictLogits(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Writes all parameters to a safetensors file; the file appears whole or not at all.</summary>
    void Save(string path);
}
