namespace NetDsl.Tests;

public sealed class TrainerStepTests
{
    [Fact]
    public void Accumulated_passes_train_as_a_large_batch()
    {
        (float[] parts, TrainingHistory few) = Train(new TrainerOptions { BatchSize = 4, AccumulateSteps = 5 });
        (float[] whole, TrainingHistory many) = Train(new TrainerOptions { BatchSize = 20 });
        Assert.Equal(whole, parts, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal((many.Steps, 3L * 2), (few.Steps, few.Steps));
        Assert.Equal(many.Last!.TrainLoss, few.Last!.TrainLoss, 1e-6);
    }

    [Fact]
    public void Clipping_bounds_what_a_step_moves()
    {
        var progress = new RecordingProgress();
        (float[] weights, _) = Train(new TrainerOptions { Optimizer = new Sgd(1), ClipNorm = 0.01, Progress = progress });
        (float[] still, _) = Train(new TrainerOptions { Optimizer = new Sgd(1e-20) });
        double moved = Math.Sqrt(weights.Zip(still).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
        Assert.InRange(moved, 0.02, 0.03001);
        Assert.All(progress.Steps, step => Assert.InRange(step.GradientNorm!.Value, 0.1, 10));
        (float[] values, _) = Train(new TrainerOptions { Optimizer = new Sgd(1), ClipValue = 0.001 });
        Assert.All(values.Zip(still), pair => Assert.Equal(pair.Second, pair.First, 0.0030001));
    }

    // One sample so large that its gradient overflows, while its loss is that of even odds.
    [Fact]
    public void A_norm_that_is_not_finite_stops_with_the_step()
    {
        var samples = new LabeledSamples([0, 0, 0, 0, float.MaxValue, float.MaxValue, -float.MaxValue, 0], [0, 0], 2, 2, 1, 3);
        var network = new SoftmaxRegression();
        network.Parameters["D1.weight"].CopyFrom(new float[12]);
        var options = new TrainerOptions { BatchSize = 1, Shuffle = false, ClipNorm = 1, Optimizer = new Sgd(0.5), ClassWeights = [9, 9, 9] };
        NonFiniteLossException e = Assert.Throws<NonFiniteLossException>(() => new Trainer<SoftmaxRegression>(network, options).Fit(samples));
        Assert.Equal(2, e.Step);
        Assert.StartsWith("The norm of the gradients is", e.Message, StringComparison.Ordinal);
        Assert.Equal(new float[12], network.Parameters["D1.weight"].Values.ToArray());
    }

    [Fact]
    public void The_average_is_validated_and_stays_in_the_end()
    {
        var recorder = new Recorder();
        var network = new SoftmaxRegression(seed: 1);
        var options = new TrainerOptions { BatchSize = 5, Epochs = 2, EmaDecay = 0.9, Callbacks = [recorder], Optimizer = new Sgd(0.3) };
        var trainer = new Trainer<SoftmaxRegression>(network, options);
        TrainingHistory history = trainer.Fit(Digits.Make(40), Digits.Make(20, seed: 2));
        var mean = new double[12];
        float[][] weights = [.. recorder.Weights];
        for (int i = 0; i < 12; i++)
        {
            mean[i] = new SoftmaxRegression(seed: 1).Parameters[0].Values[i];
            for (int t = 1; t <= weights.Length; t++)
            {
                double d = Math.Min(0.9, (1.0 + t) / (10.0 + t));
                mean[i] = d * mean[i] + (1 - d) * weights[t - 1][i];
            }
        }

        Assert.Equal(16, weights.Length);
        Assert.All(Enumerable.Range(0, 12), i => Assert.Equal(mean[i], network.Parameters[0].Values[i], 1e-6));
        Assert.Equal(trainer.Evaluate(Digits.Make(20, seed: 2)).Loss, history.Last!.ValidationLoss!.Value, 1e-12);
    }

    [Fact]
    public void A_step_with_all_of_it_allocates_nothing_once_warm()
    {
        long[] allocated = new long[64];
        var network = new SoftmaxRegression { BeforeStep = step => allocated[step - 1] = GC.GetAllocatedBytesForCurrentThread() };
        var options = new TrainerOptions { BatchSize = 10, Optimizer = new AdamW(), ClipNorm = 1, ClipValue = 1, EmaDecay = 0.9, LabelSmoothing = 0.1, AccumulateSteps = 2 };
        new Trainer<SoftmaxRegression>(network, options).Fit(Digits.Make(640));
        Assert.Equal(allocated[20], allocated[63]);
    }

    [Fact]
    public void Options_outside_their_range_are_named()
    {
        Assert.Contains("AccumulateSteps is 0; it must be at least 1", Message(new TrainerOptions { AccumulateSteps = 0 }), StringComparison.Ordinal);
        Assert.Contains("ClipNorm is -1; it must be above 0", Message(new TrainerOptions { ClipNorm = -1 }), StringComparison.Ordinal);
        Assert.Contains("ClipValue is 0; it must be above 0", Message(new TrainerOptions { ClipValue = 0 }), StringComparison.Ordinal);
        Assert.Contains("EmaDecay is 1; it must be at least 0 and below 1", Message(new TrainerOptions { EmaDecay = 1 }), StringComparison.Ordinal);
        Assert.Contains("LabelSmoothing is -0.1; it must be", Message(new TrainerOptions { LabelSmoothing = -0.1 }), StringComparison.Ordinal);
        Assert.Contains("A weight of ClassWeights is -1; it must be at least 0", Message(new TrainerOptions { ClassWeights = [1, -1, 1] }), StringComparison.Ordinal);
        Assert.Contains("ClassWeights has 2 weights; SoftmaxRegression tells 3 classes apart", Message(new TrainerOptions { ClassWeights = [1, 1] }), StringComparison.Ordinal);
        Assert.Contains("ValidateEverySteps is -1; it must be at least 0", Message(new TrainerOptions { ValidateEverySteps = -1 }), StringComparison.Ordinal);
        Assert.Contains("ValidateEveryEpochs is -1", Message(new TrainerOptions { ValidateEveryEpochs = -1 }), StringComparison.Ordinal);
        Assert.Contains("The patience of EarlyStopping is 0", Message(new TrainerOptions { EarlyStopping = new() { Patience = 0 } }), StringComparison.Ordinal);
        Assert.Contains("The MinDelta of EarlyStopping is -1", Message(new TrainerOptions { EarlyStopping = new() { MinDelta = -1 } }), StringComparison.Ordinal);

        static string Message(TrainerOptions options) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<SoftmaxRegression>(new SoftmaxRegression(), options)).Message;
    }

    private static (float[] Weights, TrainingHistory History) Train(TrainerOptions options)
    {
        var network = new SoftmaxRegression(seed: 1);
        TrainingHistory history = new Trainer<SoftmaxRegression>(network, options with { Epochs = 3 }).Fit(Digits.Make(options.BatchSize == 64 ? 64 : 38));
        return (network.Parameters[0].Values.ToArray(), history);
    }

    private sealed class Recorder : TrainingCallback
    {
        public List<float[]> Weights { get; } = [];

        public override void Step(TrainingRun run, in StepResult result) => Weights.Add(run.Parameters[0].Values.ToArray());
    }
}
