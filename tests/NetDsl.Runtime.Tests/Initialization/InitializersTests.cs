using NetDsl.Runtime;

namespace NetDsl.Tests;

public class InitializersTests
{
    private const int FanIn = 25;
    private const int FanOut = 150;

    [Theory]
    [InlineData(Initializer.GlorotUniform, 6.0 / (FanIn + FanOut))]
    [InlineData(Initializer.HeUniform, 6.0 / FanIn)]
    [InlineData(Initializer.LeCunUniform, 3.0 / FanIn)]
    public void Uniform_fills_its_range(Initializer initializer, double squaredLimit)
    {
        float[] values = Fill(initializer, scale: 2);
        double limit = 2 * Math.Sqrt(squaredLimit);
        Assert.All(values, value => Assert.InRange(value, -limit, limit));
        Assert.InRange(values.Max(), 0.99 * limit, limit);
        Assert.InRange(values.Min(), -limit, -0.99 * limit);
        Assert.InRange(values.Average(), -0.02 * limit, 0.02 * limit);
    }

    [Theory]
    [InlineData(Initializer.GlorotNormal, 2.0 / (FanIn + FanOut))]
    [InlineData(Initializer.HeNormal, 2.0 / FanIn)]
    [InlineData(Initializer.LeCunNormal, 1.0 / FanIn)]
    [InlineData(Initializer.Normal, 1)]
    public void Normal_has_its_variance(Initializer initializer, double variance)
    {
        float[] values = Fill(initializer, scale: 0.5);
        double deviation = 0.5 * Math.Sqrt(variance);
        Assert.InRange(values.Average(), -0.03 * deviation, 0.03 * deviation);
        double found = Math.Sqrt(values.Select(value => (double)value * value).Average());
        Assert.InRange(found, 0.97 * deviation, 1.03 * deviation);
        Assert.InRange(values.Max() / deviation, 3.2, 5.5);
    }

    [Fact]
    public void The_constant_is_added_and_zeros_are_the_constant()
    {
        Assert.All(Fill(Initializer.Zeros, scale: 1, constant: 0.25), value => Assert.Equal(0.25f, value));
        Assert.InRange(Fill(Initializer.Normal, scale: 0.01, constant: 5).Average(), 4.99, 5.01);
    }

    [Fact]
    public void Same_seed_same_bits_and_every_parameter_its_own_stream()
    {
        Assert.Equal(Values(3), Values(3));
        Assert.NotEqual(Values(3), Values(4));
        float[] values = Values(3);
        Assert.NotEqual(values[..10], values[16..26]);

        static float[] Values(int seed)
        {
            ParameterStore store = Store(10, 10);
            Initializers.Fill(store, seed);
            return store.Values.ToArray();
        }
    }

    [Fact]
    public void A_parameter_does_not_depend_on_those_behind_it()
    {
        ParameterStore one = Store(10);
        ParameterStore two = Store(10, 7);
        Initializers.Fill(one, 5);
        Initializers.Fill(two, 5);
        Assert.Equal(one.Values[..10].ToArray(), two.Values[..10].ToArray());
    }

    [Fact]
    public void Values_are_those_of_every_release()
    {
        ParameterStore store = new(
            new ParameterSpec("a", [2], Initializer.GlorotUniform, 1, 4, 3), new ParameterSpec("b", [2], Initializer.HeNormal, 1, 4, 3));
        Initializers.Fill(store, 1);
        float[] found = [.. store.Values[..2], .. store.Values.Slice(16, 2)];
        Assert.Equal(Expected, found.Select(BitConverter.SingleToUInt32Bits));
    }

    [Fact]
    public void The_store_learns_of_the_change_and_gaps_stay_zero()
    {
        ParameterStore store = Store(3, 5);
        int version = store.Version;
        Initializers.Fill(store, 1);
        Assert.True(store.Version > version);
        Assert.Equal(new float[13], store.Values[3..16].ToArray());
    }

    private static uint[] Expected => [3196321768, 1061046430, 1034954673, 1071777872];

    private static ParameterStore Store(params int[] lengths) => new([.. lengths.Select((length, i) =>
        new ParameterSpec($"p{i}", [length], Initializer.GlorotUniform, 1, 4, 3))]);

    private static float[] Fill(Initializer initializer, double scale, double constant = 0)
    {
        var store = new ParameterStore(new ParameterSpec("w", [20_000], initializer, scale, FanIn, FanOut, constant));
        Initializers.Fill(store, 11);
        return store.Values[..20_000].ToArray();
    }
}
