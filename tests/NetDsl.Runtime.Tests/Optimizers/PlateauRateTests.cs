namespace NetDsl.Tests;

public sealed class PlateauRateTests
{
    [Fact]
    public void That_many_losses_without_a_new_best_reduce_the_rate()
    {
        var schedule = new PlateauRate(0.8, factor: 0.5, patience: 3, threshold: 0);
        double[] losses = [3, 2, 2, 2.5, 2, 1.9, 2, 2, 2, 2, 2, 2];
        float[] expected = [0.8f, 0.8f, 0.8f, 0.8f, 0.4f, 0.4f, 0.4f, 0.4f, 0.2f, 0.2f, 0.2f, 0.1f];
        Assert.Equal(expected, losses.Select((loss, epoch) => Observed(schedule, loss, epoch)));
        Assert.Equal(3, schedule.Reductions);
    }

    [Fact]
    public void The_threshold_is_a_part_of_the_best()
    {
        var schedule = new PlateauRate(1, factor: 0.1, patience: 1, threshold: 0.1);
        Assert.Equal([1, 1, 0.1f], new[] { 10.0, 8.9, 8.1 }.Select((loss, epoch) => Observed(schedule, loss, epoch)), Near);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_no_new_best()
    {
        var schedule = new PlateauRate(1, factor: 0.5, patience: 2);
        Assert.Equal([1, 1, 0.5f], new[] { 4, double.NaN, double.NaN }.Select((loss, epoch) => Observed(schedule, loss, epoch)));
    }

    [Fact]
    public void Composes_with_other_schedules_and_keeps_to_the_least_rate()
    {
        var plateau = new PlateauRate(new ExponentialRate(1, 0.5), factor: 0.1, patience: 1, least: 0.04);
        var schedule = new WarmUpRate(plateau, 2);
        Observe(schedule, 9, 0);
        Observe(schedule, 9, 1);
        Assert.Equal(0, plateau.Reductions);
        Assert.Equal([1 / 3f, 2 / 3f, 1, 0.5f], Rates(schedule, 4), Near);
        Observe(schedule, 9, 2);
        Observe(schedule, 9, 3);
        Assert.Equal(1, plateau.Reductions);
        Assert.Equal([0.1f, 0.05f, 0.04f], Rates(schedule, 5)[2..], Near);
        Observe(schedule, 9, 4);
        Assert.Equal([0.04f, 0.04f, 0.04f, 0.04f, 0.04f, 0.03125f], Rates(schedule, 8)[2..], Near);
    }

    [Fact]
    public void Memory_is_all_that_it_knows()
    {
        var schedule = new WarmUpRate(new PlateauRate(new PlateauRate(1, 0.5, patience: 2), 0.25, patience: 1), 1);
        double[] losses = [5, 4, 4, 4, 3, 3];
        for (int i = 0; i < losses.Length; i++)
        {
            Observe(schedule, losses[i], i + 1);
        }

        var other = new WarmUpRate(new PlateauRate(new PlateauRate(1, 0.5, patience: 2), 0.25, patience: 1), 1);
        other.Memory = schedule.Memory;
        Assert.Equal(Observed(schedule, 3, 7), Observed(other, 3, 7));
        Assert.NotEqual(1f, schedule.Rate(7));
        other.Memory = [];
        Assert.Equal(1f, other.Rate(7));
    }

    [Fact]
    public void Arguments_out_of_range_are_named()
    {
        Assert.Contains("The factor of a plateau is 1; it must be above 0 and below 1", Fault(() => new PlateauRate(1, factor: 1)), StringComparison.Ordinal);
        Assert.Contains("The patience of a plateau is 0 validations; it must be at least 1", Fault(() => new PlateauRate(1, patience: 0)), StringComparison.Ordinal);
        Assert.Contains("The threshold of a plateau is 1;", Fault(() => new PlateauRate(1, threshold: 1)), StringComparison.Ordinal);
        Assert.Contains("The least learning rate is -1;", Fault(() => new PlateauRate(1, least: -1)), StringComparison.Ordinal);
    }

    private static bool Near(float a, float b) => MathF.Abs(a - b) < 1e-6f;

    private static void Observe(ILearningRateSchedule schedule, double loss, int epoch) => schedule.Observe(loss, epoch);

    private static float Observed(ILearningRateSchedule schedule, double loss, int epoch)
    {
        schedule.Observe(loss, epoch);
        return schedule.Rate(epoch);
    }

    private static float[] Rates(ILearningRateSchedule schedule, int epochs) => [.. Enumerable.Range(0, epochs).Select(schedule.Rate)];

    private static string Fault(Func<object> create) => Assert.Throws<ArgumentOutOfRangeException>(create).Message;
}
