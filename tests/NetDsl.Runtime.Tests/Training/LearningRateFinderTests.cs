namespace NetDsl.Tests;

public sealed class LearningRateFinderTests
{
    [Fact]
    public void Rates_rise_evenly_until_the_loss_diverges_and_the_suggestion_trains()
    {
        LearningRateSweep sweep = Trainer(out SoftmaxRegression network).FindLearningRate(Digits.Make(100), new LearningRateSweepOptions { To = 1e4 });
        Assert.InRange(sweep.Points.Count, 40, 99);
        double factor = Math.Pow(1e10, 1 / 99.0);
        Assert.All(sweep.Points.Zip(sweep.Points.Skip(1)), pair => Assert.Equal(factor, pair.Second.LearningRate / pair.First.LearningRate, 1e-4));
        Assert.Equal(1e-6f, sweep.Points[0].LearningRate);
        Assert.Equal(sweep.Points[0].Loss, sweep.Points[0].SmoothedLoss, 1e-12);
        Assert.InRange(sweep.Suggested!.Value, 1e-3f, 20f);
        TrainingHistory history = new Trainer<SoftmaxRegression>(network, new TrainerOptions { Optimizer = new Sgd(sweep.Suggested.Value), Epochs = 5 }).Fit(Digits.Make(100));
        Assert.True(history.Last!.TrainLoss < 0.8 * history.Epochs[0].TrainLoss);
    }

    [Fact]
    public void Network_and_optimiser_are_as_before()
    {
        (float[] swept, float rate) = Weights(sweep: true);
        (float[] plain, float same) = Weights(sweep: false);
        Assert.Equal(plain, swept);
        Assert.Equal(same, rate);

        static (float[] Weights, float Rate) Weights(bool sweep)
        {
            Trainer<SoftmaxRegression> trainer = Trainer(out SoftmaxRegression network, out Optimizer optimizer);
            trainer.Fit(Digits.Make(30));
            if (sweep)
            {
                trainer.FindLearningRate(Digits.Make(100));
            }

            float rate = optimizer.LearningRate;
            trainer.Fit(Digits.Make(30));
            return (network.Parameters[0].Values.ToArray(), rate);
        }
    }

    [Fact]
    public void A_loss_that_never_falls_gives_no_suggestion()
    {
        var samples = new LabeledSamples(new float[40], new int[10], 2, 2, 1, 3);
        var options = new TrainerOptions { ClassWeights = [0, 0, 0] };
        LearningRateSweep sweep = new Trainer<SoftmaxRegression>(new SoftmaxRegression(), options).FindLearningRate(samples);
        Assert.Null(sweep.Suggested);
        Assert.Equal(100, sweep.Points.Count);
    }

    [Fact]
    public void A_loss_that_is_not_finite_ends_the_sweep()
    {
        float[] values = Digits.Make(100).Samples.ToArray();
        values[^1] = float.NaN;
        var samples = new LabeledSamples(values, Digits.Make(100).Labels.ToArray(), 2, 2, 1, 3);
        LearningRateSweep sweep = new Trainer<SoftmaxRegression>(new SoftmaxRegression(1), new TrainerOptions { Shuffle = false, BatchSize = 10 }).FindLearningRate(samples);
        Assert.Equal(9, sweep.Points.Count);
    }

    [Fact]
    public void Arguments_out_of_range_are_named()
    {
        Assert.Contains("The last learning rate is 0.1; it must be above the first, which is 1", Fault(new() { From = 1, To = 0.1 }), StringComparison.Ordinal);
        Assert.Contains("The first learning rate is 0;", Fault(new() { From = 0 }), StringComparison.Ordinal);
        Assert.Contains("The sweep has 9 steps; it must have at least 10", Fault(new() { Steps = 9 }), StringComparison.Ordinal);
        Assert.Contains("The smoothing of the loss is 1;", Fault(new() { Smoothing = 1 }), StringComparison.Ordinal);
        Assert.Contains("The divergence of the sweep is 1;", Fault(new() { Divergence = 1 }), StringComparison.Ordinal);

        static string Fault(LearningRateSweepOptions sweep) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => Trainer(out _).FindLearningRate(Digits.Make(5), sweep)).Message;
    }

    private static Trainer<SoftmaxRegression> Trainer(out SoftmaxRegression network) => Trainer(out network, out _);

    private static Trainer<SoftmaxRegression> Trainer(out SoftmaxRegression network, out Optimizer optimizer)
    {
        network = new SoftmaxRegression(seed: 1);
        optimizer = new Adam(0.01);
        return new Trainer<SoftmaxRegression>(network, new TrainerOptions { BatchSize = 10, Optimizer = optimizer });
    }
}
