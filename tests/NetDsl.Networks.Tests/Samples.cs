namespace NetDsl.Networks.Tests;

/// <summary>Seeded inputs between -1 and 1.</summary>
internal static class Samples
{
    public static float[] Draw(int length, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextSingle()) - 1)];
    }

    public static int[] Labels(int count, int classes, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
    }

    /// <summary>All parameters one after the other.</summary>
    public static float[] All(ParameterSet parameters) => [.. parameters.SelectMany(parameter =>
    {
        var values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    })];

    /// <summary>Bit patterns, since equality of floats says nothing of NaN and signed zero.</summary>
    public static int[] Bits(ReadOnlySpan<float> values)
    {
        var bits = new int[values.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = BitConverter.SingleToInt32Bits(values[i]);
        }

        return bits;
    }
}
