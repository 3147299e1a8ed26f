namespace NetDsl.Tests;

public sealed class GradientTests
{
    private readonly TwoParameters network = new();

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.75)]
    [InlineData(100)]
    public void Clipping_by_norm_scales_all_gradients_alike(double limit)
    {
        network.DrawGradients(1);
        double[] before = network.Gradients();
        double norm = Math.Sqrt(before.Sum(value => value * value));
        double scale = norm > limit ? limit / norm : 1;
        Assert.Equal(norm, GradientClipping.ByNorm(network.Parameters, limit), 1e-9);
        Assert.All(network.Gradients().Zip(before), pair => Assert.Equal(scale * pair.Second, pair.First, 1e-7));
        Assert.Equal(Math.Min(norm, limit), GradientClipping.Norm(network.Parameters), 1e-6);
    }

    [Fact]
    public void Clipping_by_value_bounds_each()
    {
        network.DrawGradients(2);
        double[] before = network.Gradients();
        GradientClipping.ByValue(network.Parameters, 0.25);
        Assert.Equal(before.Select(value => Math.Clamp(value, -0.25, 0.25)), network.Gradients());
        Assert.Contains(before, value => Math.Abs(value) > 0.25);
    }

    [Fact]
    public void What_a_step_leaves_alone_does_not_count()
    {
        network.DrawGradients(3);
        network.Parameters["C1.mean"].Gradient.Fill(1e6f);
        network.Parameters["C1.bias"].Gradient.Fill(2);
        network.Parameters.Freeze("C1.weight");
        Assert.Equal(Math.Sqrt(20), GradientClipping.ByNorm(network.Parameters, 0.1), 1e-6);
        Assert.Equal(1e6f, network.Parameters["C1.mean"].Gradient[0]);
    }

    [Fact]
    public void An_infinite_norm_leaves_the_gradients_to_be_seen()
    {
        network.DrawGradients(4);
        network.Parameters["C1.bias"].Gradient[0] = float.NaN;
        double[] before = network.Gradients();
        Assert.True(double.IsNaN(GradientClipping.ByNorm(network.Parameters, 1)));
        GradientClipping.ByValue(network.Parameters, 100);
        Assert.Equal(before, network.Gradients());
    }

    [Fact]
    public void The_mean_over_passes_weighs_their_samples()
    {
        var accumulator = new GradientAccumulator(network.Parameters);
        double[] sum = new double[26];
        foreach ((int seed, int samples) in new[] { (5, 3), (6, 16), (7, 1) })
        {
            network.DrawGradients(seed);
            sum = [.. sum.Zip(network.Gradients(), (total, value) => total + samples * value)];
            accumulator.Add(samples);
        }

        Assert.Equal(20, accumulator.Samples);
        accumulator.WriteMean();
        Assert.All(network.Gradients().Zip(sum), pair => Assert.Equal(pair.Second / 20, pair.First, 1e-6));
        Assert.Equal(0, accumulator.Samples);
        Assert.Contains("call Add", Assert.Throws<InvalidOperationException>(accumulator.WriteMean).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_outside_their_range_are_named()
    {
        Assert.Contains("norm is 0; it must be above 0", Fault(() => GradientClipping.ByNorm(network.Parameters, 0)), StringComparison.Ordinal);
        Assert.Contains("value is NaN; it must be above 0", Fault(() => GradientClipping.ByValue(network.Parameters, double.NaN)), StringComparison.Ordinal);
        Assert.Contains("samples is 0; it must be at least 1", Fault(() => new GradientAccumulator(network.Parameters).Add(0)), StringComparison.Ordinal);
    }

    private static string Fault(Action action) => Assert.Throws<ArgumentOutOfRangeException>(action).Message;
}
