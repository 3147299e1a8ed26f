using System.Numerics;
using System.Runtime.InteropServices;
using NetDsl.Runtime;

namespace NetDsl;

/// <summary>
/// Sums the gradients of several backward passes, so that one step sees a batch that no pass would hold: the mean over all samples, which
/// is what one pass over all of them gives (but for batch normalisation, whose statistics are each pass's own).
/// </summary>
public sealed class GradientAccumulator
{
    private readonly ParameterStore store;
    private readonly PinnedBlock sums;

    /// <summary>Takes the network's parameters; nothing is summed yet.</summary>
    /// <param name="parameters">The network's parameters.</param>
    public GradientAccumulator(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        store = parameters.Store;
        sums = new PinnedBlock(store.Values.Length);
    }

    /// <summary>Samples whose gradients are in the sum.</summary>
    public int Samples { get; private set; }

    /// <summary>Adds the gradients of the last backward pass, which are the mean over its samples.</summary>
    /// <param name="samples">The pass's samples, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no samples.</exception>
    /// <exception cref="InvalidOperationException">No training pass was ever opened, so there are no gradients.</exception>
    public void Add(int samples)
    {
        if (samples < 1)
        {
            throw new ArgumentOutOfRangeException(null, $"The number of samples is {SampleGeometry.Text(samples)}; it must be at least 1");
        }

        Span<Vector<float>> sum = MemoryMarshal.Cast<float, Vector<float>>(sums.Span);
        ReadOnlySpan<Vector<float>> gradient = MemoryMarshal.Cast<float, Vector<float>>(store.Gradients);
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += gradient[i] * samples;
        }

        Samples += samples;
    }

    /// <summary>Writes the mean over all samples added to the network's gradients, and begins a new sum.</summary>
    /// <exception cref="InvalidOperationException">Nothing was added.</exception>
    public void WriteMean()
    {
        if (Samples == 0)
        {
            throw new InvalidOperationException("There are no gradients to take the mean of; call Add after each backward pass");
        }

        Span<Vector<float>> sum = MemoryMarshal.Cast<float, Vector<float>>(sums.Span);
        Span<Vector<float>> gradient = MemoryMarshal.Cast<float, Vector<float>>(store.Gradients);
        var count = new Vector<float>(Samples);
        for (int i = 0; i < sum.Length; i++)
        {
            gradient[i] = sum[i] / count;
        }

        Clear();
    }

    /// <summary>Forgets what was added.</summary>
    public void Clear()
    {
        sums.Span.Clear();
        Samples = 0;
    }
}
