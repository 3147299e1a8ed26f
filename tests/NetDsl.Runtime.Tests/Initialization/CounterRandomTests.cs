using NetDsl.Runtime;

namespace NetDsl.Tests;

public class CounterRandomTests
{
    [Fact]
    public void Bits_are_SplitMix64()
    {
        // The first outputs of the reference implementation for the seed 1234567.
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(i => CounterRandom.Bits(1234567, (ulong)i)));
    }

    [Fact]
    public void Sequences_never_change()
    {
        Assert.Equal(0xC132DD2B56B2763C, CounterRandom.Key(1, 2));
        Assert.Equal(0xE09865248EBBAFD8, CounterRandom.Key(1, 2, 3));
        Assert.Equal(0.42078781f, CounterRandom.Uniform(CounterRandom.Key(1, 2), 9));
    }

    [Fact]
    public void Uniform_lies_from_0_to_below_1_with_the_right_moments()
    {
        ulong key = CounterRandom.Key(7, 3);
        double[] values = [.. Enumerable.Range(0, 100_000).Select(i => (double)CounterRandom.Uniform(key, (uint)i))];
        Assert.All(values, value => Assert.InRange(value, 0, 0.99999999));
        Assert.InRange(values.Average(), 0.495, 0.505);
        Assert.InRange(values.Select(value => value * value).Average(), 0.328, 0.338);
    }

    [Fact]
    public void Streams_do_not_correlate()
    {
        double[] first = Stream(CounterRandom.Key(1, 0));
        foreach (ulong other in new[] { CounterRandom.Key(1, 1), CounterRandom.Key(2, 0), CounterRandom.Key(1, 0, 0), CounterRandom.Key(1, 0, 1) })
        {
            double correlation = first.Zip(Stream(other), (a, b) => (a - 0.5) * (b - 0.5)).Average() * 12;
            Assert.InRange(correlation, -0.02, 0.02);
        }

        static double[] Stream(ulong key) => [.. Enumerable.Range(0, 50_000).Select(i => (double)CounterRandom.Uniform(key, (uint)i))];
    }

    [Fact]
    public void Below_reaches_every_number_about_as_often()
    {
        var counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[CounterRandom.Below(5, (ulong)i, 7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }
}
