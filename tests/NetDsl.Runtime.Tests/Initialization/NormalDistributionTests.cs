using NetDsl.Runtime;

namespace NetDsl.Tests;

public class NormalDistributionTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-20, -9.262340089798408)]
    public void Quantile_is_the_tabulated_one(double p, double expected) =>
        Assert.Equal(expected, NormalDistribution.Quantile(p), 1e-13 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Quantile_is_odd_around_a_half()
    {
        for (double p = 1e-9; p < 0.5; p *= 1.7)
        {
            Assert.Equal(-NormalDistribution.Quantile(p), NormalDistribution.Quantile(1 - p), 1e-6);
        }
    }
}
