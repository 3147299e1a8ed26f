namespace NetDsl.Tests;

public class ScheduleTests
{
    [Fact]
    public void Cosine_falls_slowly_at_both_ends()
    {
        var schedule = new CosineRate(0.2, 4, 0.04);
        float[] expected = [0.2f, 0.17656854f, 0.12f, 0.06343146f, 0.04f, 0.04f];
        Assert.Equal(expected, Rates(schedule, 6), (a, b) => MathF.Abs(a - b) < 1e-7f);
    }

    [Fact]
    public void Exponential_multiplies_after_every_epoch() =>
        Assert.Equal([0.8f, 0.4f, 0.2f, 0.1f], Rates(new ExponentialRate(0.8, 0.5), 4));

    [Fact]
    public void Warm_up_rises_to_what_follows() =>
        Assert.Equal([0.25f, 0.5f, 0.75f, 1f, 0.5f, 0.25f], Rates(new WarmUpRate(new ExponentialRate(1, 0.5), 3), 6));

    [Fact]
    public void Schedules_nest() =>
        Assert.Equal(0.1f, new WarmUpRate(new WarmUpRate(new CosineRate(0.4, 5), 1), 1).Rate(0), 1e-7f);

    [Fact]
    public void Arguments_out_of_range_are_named()
    {
        Assert.Contains("The warm-up is 0 epochs; it must be at least 1", Fault(() => new WarmUpRate(new ConstantRate(1), 0)), StringComparison.Ordinal);
        Assert.Contains("The length of the cosine is -1 epochs", Fault(() => new CosineRate(0.1, -1)), StringComparison.Ordinal);
        Assert.Contains("The last learning rate is -0.5; it must be at least 0", Fault(() => new CosineRate(0.1, 3, -0.5)), StringComparison.Ordinal);
        Assert.Contains("WeightDecay is NaN", Fault(() => new AdamW(0.1, double.NaN)), StringComparison.Ordinal);
    }

    private static float[] Rates(ILearningRateSchedule schedule, int epochs) => [.. Enumerable.Range(0, epochs).Select(schedule.Rate)];

    private static string Fault(Func<object> create) => Assert.Throws<ArgumentOutOfRangeException>(create).Message;
}
