namespace NetDsl.Tests;

public sealed class ExponentialMovingAverageTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Follows_its_formula_in_double(double decay)
    {
        var network = new TwoParameters();
        double[] expected = network.Values();
        var average = new ExponentialMovingAverage(network.Parameters, decay);
        for (int t = 1; t <= 40; t++)
        {
            network.DrawValues(t);
            average.Update();
            double d = Math.Min(decay, (1.0 + t) / (10.0 + t));
            expected = [.. expected.Zip(network.Values(), (mean, weight) => d * mean + (1 - d) * weight)];
        }

        double[] weights = network.Values();
        int version = network.Store.Version;
        average.Swap();
        Assert.All(network.Values().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 2e-6));
        Assert.True(network.Store.Version > version);
        average.Swap();
        Assert.Equal(weights, network.Values());
        Assert.Equal(40, average.Updates);
    }

    [Fact]
    public void A_decay_of_1_would_never_learn() => Assert.Contains(
        "moving average is 1; it must be at least 0 and below 1",
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialMovingAverage(new TwoParameters().Parameters, 1)).Message,
        StringComparison.Ordinal);
}
