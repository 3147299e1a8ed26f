using NetDsl.Runtime;

namespace NetDsl;

/// <summary>The order in which an epoch sees the samples.</summary>
internal static class SampleOrder
{
    private const ulong ShuffleStream = 0x53687566666C65;

    /// <summary>
    /// Fills <paramref name="order"/> with a permutation of 0 to length - 1 (Fisher and Yates, Knuth's algorithm P) that
    /// depends on the seed and the epoch alone.
    /// </summary>
    public static void Shuffle(Span<int> order, int seed, int epoch)
    {
        Straight(order);
        ulong key = CounterRandom.Key((uint)seed, ShuffleStream, (ulong)epoch);
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = CounterRandom.Below(key, (ulong)i, i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    /// <summary>Fills <paramref name="order"/> with 0, 1, 2 and so on.</summary>
    public static void Straight(Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
    }
}
