using NetDsl.Runtime;

namespace NetDsl.Tests;

/// <summary>Easy samples for the classifier: class c has a high value at place c.</summary>
internal static class Digits
{
    public static LabeledSamples Make(int count, int seed = 1)
    {
        ulong key = CounterRandom.Key((ulong)seed, 0);
        var labels = new int[count];
        var samples = new float[4 * count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = CounterRandom.Below(key, (ulong)i, 3);
            for (int j = 0; j < 4; j++)
            {
                samples[4 * i + j] = CounterRandom.Uniform(key, (uint)(count + 4 * i + j)) + (j == labels[i] ? 1.5f : 0);
            }
        }

        return new LabeledSamples(samples, labels, 2, 2, 1, classes: 3);
    }
}
