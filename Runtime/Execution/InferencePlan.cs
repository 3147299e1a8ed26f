using static System.FormattableString;

namespace NetDsl.Runtime;

/// <summary>The literals of a network's inference that the engine needs; written by the generator.</summary>
/// <param name="Network">The network's name, for messages.</param>
/// <param name="InputShape">The input's shape in words, such as <c>32 x 32 x 1</c>.</param>
/// <param name="Input">Where and how a sample stands in the arena.</param>
/// <param name="OutputOffset">Where the output stands in the arena, in floats.</param>
/// <param name="OutputLength">Floats in one output.</param>
/// <param name="OutputChannels">Floats in one cell of the output: what a softmax runs over.</param>
/// <param name="Loss">What closes the network, and so whether and how outputs become probabilities.</param>
/// <param name="ArenaFloats">Size of one caller's memory.</param>
/// <param name="PackedFloats">Size of all packed weights.</param>
/// <param name="ScratchFloats">Memory of each thread beside the arena, for what kernels keep to themselves.</param>
/// <param name="InputStays">Whether the kernels may read a sample where the caller has it.</param>
/// <param name="OutputLeaves">Whether the last kernel writes where the caller wants the output.</param>
/// <param name="SplitsOneSample">Whether one sample is enough work for several threads.</param>
/// <param name="Group">How batches share the weights of the dense layers at the end; null where each sample is computed by itself.</param>
public sealed unsafe record InferencePlan(
    string Network,
    string InputShape,
    CellLayout Input,
    int OutputOffset,
    int OutputLength,
    int OutputChannels,
    LossKind Loss,
    int ArenaFloats,
    int PackedFloats,
    int ScratchFloats,
    bool InputStays,
    bool OutputLeaves,
    bool SplitsOneSample,
    GroupPlan? Group = null)
{
    /// <summary>Floats in one sample.</summary>
    public int InputLength => Input.Length;

    /// <summary>Number of samples in an input of that length.</summary>
    /// <exception cref="ArgumentException">The length is not a multiple of a sample's.</exception>
    public int CountSamples(int length) => length % InputLength == 0
        ? length / InputLength
        : throw new ArgumentException(Invariant($"Input has {length:N0} values; {Network} expects a multiple of {InputLength:N0} ({InputShape})"), "input");

    internal void LoadInput(float* sample, float* arena, Worker worker)
    {
        int rowFloats = Input.Width * Input.Channels;
        float* destination = arena + Input.Offset;
        Share share = worker.Share(Input.Height);
        for (int row = share.From; row < share.To; row++)
        {
            Buffer.MemoryCopy(
                sample + ((long)row * rowFloats),
                destination + ((long)row * Input.RowPitch * Input.Channels),
                rowFloats * sizeof(float),
                rowFloats * sizeof(float));
        }
    }

    internal void StoreOutput(float* arena, float* destination, bool probabilities)
    {
        var output = new Span<float>(destination, OutputLength);
        if (!OutputLeaves)
        {
            new ReadOnlySpan<float>(arena + OutputOffset, OutputLength).CopyTo(output);
        }

        Close(output, probabilities);
    }

    internal void Close(Span<float> output, bool probabilities)
    {
        if (probabilities && Loss == LossKind.SoftmaxCrossEntropy)
        {
            Losses.Softmax(output, OutputChannels);
        }
        else if (probabilities && Loss == LossKind.MaximumAPosteriori)
        {
            Losses.Posterior(output, OutputChannels);
        }
    }
}
