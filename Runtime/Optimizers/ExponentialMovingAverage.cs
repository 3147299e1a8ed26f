using System.Numerics;
using System.Runtime.InteropServices;
using NetDsl.Runtime;

namespace NetDsl;

/// <summary>
/// A running mean of a network's weights, which often predicts better than the weights themselves (Polyak and Juditsky 1992): after
/// update t, from 1, average = d * average + (1 - d) * weights with d = min(decay, (1 + t) / (10 + t)), so that the first weights
/// are soon forgotten. The statistics of batch normalisations are averaged like weights.
/// </summary>
public sealed class ExponentialMovingAverage
{
    private readonly ParameterStore store;
    private readonly PinnedBlock average;

    /// <summary>Begins with the weights as they are now.</summary>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="decay">How much of the average stays from step to step, from 0 to below 1; 0.999 remembers some thousand steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is outside its range.</exception>
    public ExponentialMovingAverage(ParameterSet parameters, double decay)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Decay = OptimizerArgument.Fraction(decay, "The decay of the weights' moving average");
        store = parameters.Store;
        average = new PinnedBlock(store.Values.Length);
        store.Values.CopyTo(average.Span);
    }

    /// <summary>How much of the average stays from step to step, once there were many.</summary>
    public double Decay { get; }

    /// <summary>Updates so far.</summary>
    public long Updates { get; private set; }

    internal PinnedBlock Block => average;

    /// <summary>Takes in the weights after an optimiser's step.</summary>
    public void Update()
    {
        Updates++;
        float decay = (float)Math.Min(Decay, (1.0 + Updates) / (10.0 + Updates)), fresh = 1 - decay;
        Span<Vector<float>> mean = MemoryMarshal.Cast<float, Vector<float>>(average.Span);
        ReadOnlySpan<Vector<float>> weights = MemoryMarshal.Cast<float, Vector<float>>(store.Values);
        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] = decay * mean[i] + fresh * weights[i];
        }
    }

    /// <summary>Exchanges the network's weights and their average; a second call changes them back.</summary>
    public void Swap()
    {
        Span<float> weights = store.Values, mean = average.Span;
        for (int i = 0; i < weights.Length; i++)
        {
            (weights[i], mean[i]) = (mean[i], weights[i]);
        }

        store.Touch();
    }

    internal void Restore(long updates) => Updates = updates;
}
