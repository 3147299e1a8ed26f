namespace NetDsl.Tests;

public sealed class TrainerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_classifier_learns()
    {
        var network = new SoftmaxRegression(seed: 1);
        var trainer = new Trainer<SoftmaxRegression>(network, new TrainerOptions { BatchSize = 16, Epochs = 10, Optimizer = new Sgd(0.3) });
        TrainingHistory history = trainer.Fit(Digits.Make(300), Digits.Make(100, seed: 2));
        Assert.Equal(10, history.Epochs.Count);
        Assert.Equal(190, history.Steps);
        Assert.True(history.Last!.TrainLoss < history.Epochs[0].TrainLoss);
        Assert.InRange(history.Last.TrainAccuracy!.Value, 0.95, 1);
        Assert.InRange(history.Last.ValidationAccuracy!.Value, 0.95, 1);
        Assert.Equal(Enumerable.Range(1, 10), history.Epochs.Select(epoch => epoch.Epoch));
        Assert.All(history.Epochs, epoch => Assert.True(epoch.SamplesPerSecond > 0 && epoch.Seconds > 0));
    }

    [Fact]
    public void A_regression_learns_from_targets()
    {
        float[] inputs = [.. Enumerable.Range(0, 50).Select(i => i / 25f - 1)];
        var samples = new TargetSamples(inputs, Array.ConvertAll(inputs, x => 3 * x - 2), sampleLength: 1, targetLength: 1);
        var network = new LinearRegression();
        TrainingHistory history = new Trainer<LinearRegression>(network, new TrainerOptions
        {
            BatchSize = 7,
            Epochs = 60,
            Optimizer = new Adam(0.05),
        }).Fit(samples, samples);
        Assert.InRange(history.Last!.ValidationLoss!.Value, 0, 1e-4);
        Assert.Null(history.Last.TrainAccuracy);
        Assert.Null(history.Last.ValidationAccuracy);
        Assert.Equal(3, network.Parameters["weight"].Values[0], 0.02f);
        Assert.Equal(-2, network.Parameters["bias"].Values[0], 0.02f);
    }

    [Fact]
    public void Without_validation_there_is_no_validation_result()
    {
        EpochResult epoch = new Trainer<SoftmaxRegression>(new SoftmaxRegression()).Fit(Digits.Make(10)).Last!;
        Assert.Null(epoch.ValidationLoss);
        Assert.Null(epoch.ValidationAccuracy);
    }

    [Fact]
    public void The_last_batch_is_smaller_and_every_sample_is_seen_once()
    {
        var progress = new RecordingProgress();
        var network = new SoftmaxRegression();
        new Trainer<SoftmaxRegression>(network, new TrainerOptions { BatchSize = 16, Epochs = 2, Progress = progress }).Fit(Digits.Make(50), Digits.Make(5));
        Assert.Equal([16, 32, 48, 50, 16, 32, 48, 50], progress.Steps.Select(step => step.SamplesDone));
        Assert.Equal(Enumerable.Range(1, 8).Select(i => (long)i), progress.Steps.Select(step => step.Step));
        Assert.Equal(new TrainingPlan("SoftmaxRegression", 2, 50, 5, 16), progress.Plan);
        Assert.Equal((2, 2, 1), (progress.Epochs.Count, progress.Validations, progress.Ends));
        Assert.Equal(progress.Steps[3].Loss, progress.Epochs[0].TrainLoss);
        Assert.Equal(progress.Steps[3].Accuracy, progress.Epochs[0].TrainAccuracy);
    }

    [Fact]
    public void Same_seed_same_bits_and_the_batch_may_exceed_the_data()
    {
        Assert.Equal(Train(3, 8), Train(3, 8));
        Assert.NotEqual(Train(3, 8), Train(4, 8));
        Assert.Equal(Train(3, 40), Train(3, 4000));

        static float[] Train(int seed, int batch)
        {
            var network = new SoftmaxRegression(seed: 1);
            new Trainer<SoftmaxRegression>(network, new TrainerOptions { BatchSize = batch, Epochs = 2, Seed = seed, Optimizer = new Sgd(0.1, 0.9) }).Fit(Digits.Make(40));
            return network.Parameters["D1.weight"].Values.ToArray();
        }
    }

    [Fact]
    public void The_rate_follows_its_schedule()
    {
        var options = new TrainerOptions { Epochs = 3, Optimizer = new Sgd(new StepRate(0.1, 0.1, 1)) };
        TrainingHistory history = new Trainer<SoftmaxRegression>(new SoftmaxRegression(), options).Fit(Digits.Make(10));
        Assert.Equal([0.1f, 0.01f, 0.001f], history.Epochs.Select(epoch => epoch.LearningRate));
    }

    [Fact]
    public void Evaluation_is_cross_entropy_and_accuracy_of_the_probabilities()
    {
        var network = new SoftmaxRegression(seed: 5);
        LabeledSamples samples = Digits.Make(37);
        float[] probabilities = network.Predict(samples.Samples);
        double loss = 0;
        int correct = 0;
        for (int i = 0; i < samples.Count; i++)
        {
            float[] one = probabilities[(3 * i)..(3 * i + 3)];
            loss -= Math.Log(one[samples.Label(i)]) / samples.Count;
            correct += Array.IndexOf(one, one.Max()) == samples.Label(i) ? 1 : 0;
        }

        Evaluation found = new Trainer<SoftmaxRegression>(network, new TrainerOptions { BatchSize = 10 }).Evaluate(samples);
        Assert.Equal(loss, found.Loss, 1e-6);
        Assert.Equal((double)correct / 37, found.Accuracy);
        Assert.Equal(37, found.Count);
    }

    [Fact]
    public void Evaluation_of_logits_far_apart_is_finite()
    {
        var network = new SoftmaxRegression();
        network.Parameters["D1.bias"].CopyFrom([0, 500, 0]);
        Evaluation found = new Trainer<SoftmaxRegression>(network).Evaluate(new LabeledSamples(new float[4], [0], 2, 2, 1, 3));
        Assert.Equal(500, found.Loss, 1e-3);
    }

    [Fact]
    public void Threads_come_from_the_options_or_the_network()
    {
        var network = new SoftmaxRegression { Threads = 5 };
        new Trainer<SoftmaxRegression>(network, new TrainerOptions { Threads = 2 }).Fit(Digits.Make(5));
        Assert.Equal(2, network.LastPassThreads);
        new Trainer<SoftmaxRegression>(network).Fit(Digits.Make(5));
        Assert.Equal(5, network.LastPassThreads);
    }

    [Fact]
    public void A_step_allocates_nothing_once_warm()
    {
        long[] allocated = new long[64];
        var network = new SoftmaxRegression { BeforeStep = step => allocated[step - 1] = GC.GetAllocatedBytesForCurrentThread() };
        new Trainer<SoftmaxRegression>(network, new TrainerOptions { BatchSize = 10, Optimizer = new Adam() }).Fit(Digits.Make(640));
        Assert.Equal(allocated[10], allocated[63]);
    }

    [Fact]
    public void Cancelling_in_mid_epoch_ends_between_steps()
    {
        using var source = new CancellationTokenSource();
        var progress = new RecordingProgress();
        var network = new SoftmaxRegression { BeforeStep = step => Cancel(step, source) };
        var options = new TrainerOptions { BatchSize = 10, Epochs = 9, Progress = progress, CheckpointPath = folder["e{epoch}"] };
        var trainer = new Trainer<SoftmaxRegression>(network, options);
        TrainingCanceledException e = Assert.Throws<TrainingCanceledException>(() => trainer.Fit(Digits.Make(40), null, source.Token));
        Assert.Single(e.History.Epochs);
        Assert.Equal(6, e.History.Steps);
        Assert.Contains("epoch 2 after 6 steps", e.Message, StringComparison.Ordinal);
        Assert.Equal(["e1"], folder.Files());
        Assert.Equal((6, 1), (progress.Steps.Count, progress.Ends));
        trainer.Fit(Digits.Make(40));

        static void Cancel(int step, CancellationTokenSource source)
        {
            if (step == 6)
            {
                source.Cancel();
            }
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_loss_that_is_not_finite_stops_with_the_step(float bad)
    {
        var samples = new float[4 * 20];
        samples[4 * 12] = bad;
        var options = new TrainerOptions { BatchSize = 5, Shuffle = false, Optimizer = new Sgd(0.25), CheckpointPath = folder["e"] };
        var progress = new RecordingProgress();
        var trainer = new Trainer<SoftmaxRegression>(new SoftmaxRegression(), options with { Progress = progress });
        NonFiniteLossException e = Assert.Throws<NonFiniteLossException>(() => trainer.Fit(new LabeledSamples(samples, new int[20], 2, 2, 1, 3)));
        Assert.Equal((3L, 1, 0.25f), (e.Step, e.Epoch, e.LearningRate));
        Assert.Contains("in step 3 (epoch 1, learning rate 0.25)", e.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files());
        Assert.Equal(1, progress.Ends);
    }

    [Fact]
    public void Checkpoints_are_written_after_every_epoch()
    {
        var network = new SoftmaxRegression(seed: 2);
        var options = new TrainerOptions { Epochs = 3, CheckpointPath = Path.Combine(folder["runs"], "e{epoch}.safetensors") };
        new Trainer<SoftmaxRegression>(network, options).Fit(Digits.Make(20));
        Assert.Equal(3, Directory.GetFiles(folder["runs"]).Length);
        float[] last = SoftmaxRegression.Load(Path.Combine(folder["runs"], "e3.safetensors")).Parameters[0].Values.ToArray();
        Assert.Equal(network.Parameters[0].Values.ToArray(), last);
        Assert.NotEqual(last, SoftmaxRegression.Load(Path.Combine(folder["runs"], "e2.safetensors")).Parameters[0].Values.ToArray());
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_written_is_found_before_the_first_step()
    {
        File.WriteAllText(folder["file"], "");
        int steps = 0;
        var network = new SoftmaxRegression { BeforeStep = _ => steps++ };
        var trainer = new Trainer<SoftmaxRegression>(network, new TrainerOptions { CheckpointPath = Path.Combine(folder["file"], "e") });
        Assert.Contains("Cannot write", Assert.Throws<IOException>(() => trainer.Fit(Digits.Make(5))).Message, StringComparison.Ordinal);
        Assert.Equal(0, steps);
    }

    [Fact]
    public void Data_that_does_not_fit_is_refused_before_the_first_step()
    {
        var trainer = new Trainer<SoftmaxRegression>(new SoftmaxRegression());
        Assert.Contains("9 values each (3 x 3 x 1); SoftmaxRegression expects 4", Message(new LabeledSamples(new float[9], [0], 3, 3, 1)), StringComparison.Ordinal);
        Assert.Contains("5 classes; SoftmaxRegression tells 3 apart", Message(new LabeledSamples(new float[4], [4], 2, 2, 1)), StringComparison.Ordinal);
        Assert.Contains("no training samples", Message(new LabeledSamples([], [], 2, 2, 1)), StringComparison.Ordinal);
        var targets = new TargetSamples(new float[4], new float[2], 4, 2);
        Assert.Contains("2 values each; SoftmaxRegression has 3 outputs", Assert.Throws<ArgumentException>(() => trainer.Fit(targets)).Message, StringComparison.Ordinal);

        string Message(LabeledSamples samples) => Assert.Throws<ArgumentException>(() => trainer.Fit(samples)).Message;
    }

    [Fact]
    public void Options_outside_their_range_are_named()
    {
        Assert.Contains("The batch size is 0", Message(new TrainerOptions { BatchSize = 0 }), StringComparison.Ordinal);
        Assert.Contains("The number of epochs is -1", Message(new TrainerOptions { Epochs = -1 }), StringComparison.Ordinal);
        Assert.Contains("The number of threads is -2", Message(new TrainerOptions { Threads = -2 }), StringComparison.Ordinal);

        static string Message(TrainerOptions options) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<SoftmaxRegression>(new SoftmaxRegression(), options)).Message;
    }
}
