using NetDsl.Runtime;

namespace NetDsl;

/// <summary>The random numbers of one sample in one epoch: a function of the seed, the epoch and the sample's index alone.</summary>
public sealed class SampleRandom
{
    private ulong key;
    private ulong drawn;

    /// <summary>The numbers of a sample.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="index">The sample.</param>
    public SampleRandom(int seed, int epoch, int index) => Restart(seed, stream: 0, epoch, index);

    internal SampleRandom()
    {
    }

    /// <summary>A number strictly between two others, all alike.</summary>
    public double Between(double low, double high) => low + (high - low) * CounterRandom.OpenUniform(key, drawn++);

    /// <summary>A whole number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => CounterRandom.Below(key, drawn++, bound);

    /// <summary>Whether something of this probability happens.</summary>
    public bool Happens(double probability) => CounterRandom.OpenUniform(key, drawn++) < probability;

    /// <summary>A number of the standard normal distribution.</summary>
    public double Normal() => NormalDistribution.Quantile(CounterRandom.OpenUniform(key, drawn++));

    internal void Restart(int seed, ulong stream, int epoch, int index) => (key, drawn) =
        (CounterRandom.Key(CounterRandom.Key((uint)seed, stream, (uint)epoch), (uint)index), 0);
}
