namespace NetDsl;

/// <summary>
/// Forward and backward computation over a batch, with the memory that it needs. A network has one pass at a time;
/// gradients belong to the network (<see cref="Parameter.CopyGradientTo"/>) and are overwritten by each backward pass.
/// Spans that a member returns stay valid until the next call.
/// </summary>
public abstract class TrainingPass : IDisposable
{
    /// <summary>The largest number of samples that one call takes.</summary>
    public abstract int Batch { get; }

    /// <summary>
    /// What the masks of dropout are drawn from: the network's seed and the forward passes so far. Setting it to what another pass had makes
    /// this one go on as that one would have. A pass without randomness ignores it.
    /// </summary>
    public virtual RandomState RandomState
    {
        get => default;
        set
        {
        }
    }

    /// <summary>Runs the network in training mode (dropout, batch statistics).</summary>
    /// <param name="input">1 to <see cref="Batch"/> samples, channels last.</param>
    /// <returns>The input of the loss (logits for a classifier), sample by sample.</returns>
    public abstract ReadOnlySpan<float> Forward(ReadOnlySpan<float> input);

    /// <summary>Computes the gradients of sum(output * <paramref name="outputGradient"/>) for the samples of the last <see cref="Forward"/>.</summary>
    /// <param name="outputGradient">As many floats as <see cref="Forward"/> returned.</param>
    public abstract void Backward(ReadOnlySpan<float> outputGradient);

    /// <summary>The gradient of the last backward pass with respect to the input, sample by sample.</summary>
    public abstract ReadOnlySpan<float> InputGradient { get; }

    /// <summary>Forward, loss and backward in one step.</summary>
    /// <param name="input">1 to <see cref="Batch"/> samples, channels last.</param>
    /// <param name="labels">The class of each sample, from 0.</param>
    /// <returns>The mean loss over the samples given.</returns>
    /// <exception cref="InvalidOperationException">The network has no loss, or one that takes targets.</exception>
    public abstract float ForwardBackward(ReadOnlySpan<float> input, ReadOnlySpan<int> labels);

    /// <inheritdoc cref="ForwardBackward(ReadOnlySpan{float}, ReadOnlySpan{int})"/>
    /// <param name="input">1 to <see cref="Batch"/> samples, channels last.</param>
    /// <param name="targets">The wanted output of each sample; for a classifier a distribution over the classes.</param>
    public abstract float ForwardBackward(ReadOnlySpan<float> input, ReadOnlySpan<float> targets);

    /// <summary>The input of the loss in the last forward pass: what <see cref="Forward"/> returned, or would have.</summary>
    public abstract ReadOnlySpan<float> Logits { get; }

    /// <summary>The output of a layer in the last forward pass, sample by sample, channels last.</summary>
    /// <param name="layer">The layer's name, such as <c>C1</c> or <c>Conv2d2</c>.</param>
    /// <exception cref="ArgumentException">The network has no such layer.</exception>
    public abstract ReadOnlySpan<float> Activation(string layer);

    /// <summary>Closes the pass, so that the network can open another.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the pass's memory back.</summary>
    protected abstract void Dispose(bool disposing);
}
