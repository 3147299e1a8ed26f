namespace NetDsl.Tests;

public sealed class EarlyStoppingTests
{
    [Fact]
    public void Validations_fall_every_so_many_steps_and_epochs()
    {
        var progress = new RecordingProgress();
        var options = new TrainerOptions { BatchSize = 10, Epochs = 3, ValidateEverySteps = 3, ValidateEveryEpochs = 2, Progress = progress };
        TrainingHistory history = new Trainer<SoftmaxRegression>(new SoftmaxRegression(seed: 1), options).Fit(Digits.Make(40), Digits.Make(9));
        Assert.Equal([(3, 1, false), (6, 2, false), (8, 2, true), (9, 3, false), (12, 3, true)], history.Validations.Select(v => ((int)v.Step, v.Epoch, v.EndsEpoch)));
        Assert.Equal([null, history.Validations[2].Loss, history.Validations[4].Loss], history.Epochs.Select(epoch => epoch.ValidationLoss));
        Assert.Equal(5, progress.Validations);
        Assert.Equal(history.Validations, progress.Validated);
        TrainingHistory none = new Trainer<SoftmaxRegression>(new SoftmaxRegression(), new TrainerOptions { ValidateEveryEpochs = 0 }).Fit(Digits.Make(40), Digits.Make(9));
        Assert.Empty(none.Validations);
    }

    [Theory]
    [InlineData(MonitoredMetric.ValidationLoss)]
    [InlineData(MonitoredMetric.ValidationAccuracy)]
    public void A_training_that_gets_no_better_ends_with_its_best_weights(MonitoredMetric metric)
    {
        var network = new SoftmaxRegression(seed: 1);
        var progress = new RecordingProgress();
        var options = new TrainerOptions
        {
            BatchSize = 8,
            Epochs = 500,
            Optimizer = new Sgd(3),
            EarlyStopping = new EarlyStopping { Metric = metric, Patience = 4 },
            Progress = progress,
        };
        LabeledSamples validation = Mislabeled();
        var trainer = new Trainer<SoftmaxRegression>(network, options);
        TrainingHistory history = trainer.Fit(Digits.Make(24), validation);
        int best = history.Validations.ToList().IndexOf(history.Best!);
        Assert.Equal(best + 5, history.Epochs.Count);
        Assert.All(history.Validations, result => Assert.True(metric == MonitoredMetric.ValidationLoss
            ? result.Loss >= history.Best!.Loss
            : result.Accuracy <= history.Best!.Accuracy));
        Evaluation now = trainer.Evaluate(validation);
        Assert.Equal((history.Best!.Loss, history.Best.Accuracy), (now.Loss, now.Accuracy));
        Assert.Contains("in 4 validations", history.StopReason, StringComparison.Ordinal);
        Assert.Contains(history.StopReason!, Assert.Single(progress.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_restoring_the_last_weights_stay()
    {
        LabeledSamples validation = Mislabeled();
        var options = new TrainerOptions { Epochs = 100, Optimizer = new Sgd(3), EarlyStopping = new EarlyStopping { RestoreBest = false, Patience = 2 } };
        var trainer = new Trainer<SoftmaxRegression>(new SoftmaxRegression(seed: 1), options);
        TrainingHistory history = trainer.Fit(Digits.Make(24), validation);
        Assert.Equal(history.Last!.ValidationLoss!.Value, trainer.Evaluate(validation).Loss);
        Assert.NotEqual(history.Best!.Loss, history.Last.ValidationLoss);
    }

    [Fact]
    public void A_change_below_the_least_one_is_no_better()
    {
        var options = new TrainerOptions { Epochs = 50, EarlyStopping = new EarlyStopping { MinDelta = 10, Patience = 3 } };
        TrainingHistory history = new Trainer<SoftmaxRegression>(new SoftmaxRegression(seed: 1), options).Fit(Digits.Make(24), Digits.Make(9));
        Assert.Equal((1, 4), (history.Best!.Epoch, history.Epochs.Count));
    }

    [Fact]
    public void A_plateau_of_the_validation_loss_lowers_the_rate()
    {
        var schedule = new PlateauRate(1, factor: 0.5, patience: 1);
        var options = new TrainerOptions { Epochs = 8, Optimizer = new Sgd(schedule), BatchSize = 8 };
        TrainingHistory history = new Trainer<SoftmaxRegression>(new SoftmaxRegression(seed: 1), options).Fit(Digits.Make(24), Mislabeled());
        double best = double.PositiveInfinity;
        float rate = 1;
        foreach (EpochResult epoch in history.Epochs)
        {
            Assert.Equal(rate, epoch.LearningRate);
            bool better = epoch.ValidationLoss < best * (1 - 1e-4);
            (best, rate) = better ? (epoch.ValidationLoss!.Value, rate) : (best, rate / 2);
        }

        Assert.InRange(schedule.Reductions, 1, 7);
        new Trainer<SoftmaxRegression>(new SoftmaxRegression(seed: 1), options with { Epochs = 1 }).Fit(Digits.Make(24));
        Assert.Equal(0, schedule.Reductions);
    }

    [Fact]
    public void Without_validation_the_training_loss_is_observed()
    {
        var schedule = new PlateauRate(1e-30, factor: 0.5, patience: 2);
        var options = new TrainerOptions { Epochs = 4, Optimizer = new Sgd(schedule) };
        new Trainer<SoftmaxRegression>(new SoftmaxRegression(seed: 1), options).Fit(Digits.Make(24));
        Assert.Equal(1, schedule.Reductions);
    }

    [Fact]
    public void What_is_to_be_watched_must_be_there()
    {
        var options = new TrainerOptions { EarlyStopping = new EarlyStopping { Metric = MonitoredMetric.ValidationAccuracy } };
        var samples = new TargetSamples(new float[4], new float[4], 1, 1);
        Assert.Contains("no validation samples", Fault(() => new Trainer<SoftmaxRegression>(new SoftmaxRegression(), options).Fit(Digits.Make(5))), StringComparison.Ordinal);
        Assert.Contains("a regression does not have", Fault(() => new Trainer<LinearRegression>(new LinearRegression(), options).Fit(samples, samples)), StringComparison.Ordinal);

        static string Fault(Action action) => Assert.Throws<ArgumentException>(action).Message;
    }

    // Every fifth label is wrong, so that a network that grows sure of itself does worse and worse.
    private static LabeledSamples Mislabeled()
    {
        LabeledSamples right = Digits.Make(30, seed: 2);
        int[] labels = [.. right.Labels.ToArray().Select((label, i) => i % 5 == 0 ? (label + 1) % 3 : label)];
        return new LabeledSamples(right.Samples.ToArray(), labels, 2, 2, 1, 3);
    }
}
