using Sample.Networks;

namespace NetDsl.Networks.Tests;

/// <summary>A training that is interrupted anywhere and goes on gives the bits of one that was not.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly LabeledSamples Training = Draw(50, seed: 1), Validation = Draw(20, seed: 2);

    private readonly string folder = Directory.CreateTempSubdirectory("netdsl-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Settings { get; } = ["plain", "all", "stopping"];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Interrupted_after_any_step(string setting)
    {
        (int[] whole, TrainingHistory history) = Fit(setting, "none", interruption: 0);
        for (int interruption = 1; interruption < history.Steps; interruption++)
        {
            string place = Path.Combine(folder, $"{interruption}");
            Assert.Throws<Interruption>(() => Fit(setting, place, interruption));
            (int[] resumed, TrainingHistory after) = Fit(setting, place, interruption: 0);
            Assert.Equal(whole, resumed);
            AssertSame(history, after);
        }
    }

    [Theory]
    [InlineData("plain", false)]
    [InlineData("all", false)]
    [InlineData("all", true)]
    [InlineData("stopping", true)]
    public void Cancelled_in_a_step_or_a_validation(string setting, bool inValidation)
    {
        (int[] whole, TrainingHistory history) = Fit(setting, "none", interruption: 0);
        for (int i = 1; i <= 3; i++)
        {
            using var source = new CancellationTokenSource();
            string place = Path.Combine(folder, $"{inValidation}{i}");
            Assert.Throws<TrainingCanceledException>(() => Fit(setting, place, 0, new Canceler(source, i, inValidation), source.Token));
            (int[] resumed, TrainingHistory after) = Fit(setting, place, interruption: 0);
            Assert.Equal(whole, resumed);
            AssertSame(history, after);
        }
    }

    [Fact]
    public void A_complete_training_is_at_its_end_and_may_be_continued()
    {
        string place = Path.Combine(folder, "complete");
        (int[] whole, TrainingHistory history) = Fit("plain", place, interruption: 0);
        (int[] again, TrainingHistory after) = Fit("plain", place, interruption: 0);
        Assert.Equal(whole, again);
        AssertSame(history, after);
        (int[] longer, TrainingHistory more) = Fit("plain", place, interruption: 0, epochs: 5);
        (int[] straight, _) = Fit("plain", "none", interruption: 0, epochs: 5);
        Assert.Equal(straight, longer);
        Assert.Equal(5, more.Epochs.Count);
    }

    private static void AssertSame(TrainingHistory expected, TrainingHistory actual)
    {
        Assert.Equal(expected.Epochs.Select(Untimed), actual.Epochs.Select(Untimed));
        Assert.Equal(expected.Validations, actual.Validations);
        Assert.Equal((expected.Steps, expected.Best, expected.StopReason), (actual.Steps, actual.Best, actual.StopReason));

        static EpochResult Untimed(EpochResult result) => result with { Seconds = 0, SamplesPerSecond = 0 };
    }

    private static LabeledSamples Draw(int count, int seed) =>
        new(Samples.Draw(count * Normalized.InputLength, seed), Samples.Labels(count, 3, seed), 6, 6, 1, 3);

    // A network of another seed goes on, so that nothing but the checkpoint tells the weights and the masks of dropout.
    private (int[] Weights, TrainingHistory History) Fit(
        string setting, string place, int interruption, TrainingCallback? callback = null, CancellationToken token = default, int epochs = 3)
    {
        var network = new Normalized(seed: new CheckpointFolder(place).Files.Count > 0 ? 77 : 1);
        TrainerOptions options = Options(setting, epochs) with
        {
            Checkpoints = place == "none" ? null : new CheckpointOptions { Folder = place, EverySteps = 2, Resume = true },
            Callbacks = [callback ?? new Interrupter(interruption)],
            Progress = callback as ITrainingProgress ?? SilentProgress.Instance,
        };
        TrainingHistory history = new Trainer<Normalized>(network, options).Fit(Training, Validation, token);
        return (Samples.Bits(Samples.All(network.Parameters)), history);
    }

    private static TrainerOptions Options(string setting, int epochs)
    {
        var plain = new TrainerOptions { BatchSize = 13, Epochs = epochs, Seed = 5, Optimizer = new Sgd(0.1, 0.9) };
        return setting switch
        {
            "plain" => plain,
            "all" => plain with
            {
                BatchSize = 5,
                AccumulateSteps = 3,
                Optimizer = new AdamW(new WarmUpRate(new PlateauRate(new CosineRate(0.05, 9), patience: 1), 1)),
                ClipNorm = 0.5,
                ClipValue = 0.2,
                EmaDecay = 0.95,
                LabelSmoothing = 0.1,
                ClassWeights = ClassWeights.Balanced(Training),
                ValidateEverySteps = 2,
            },
            _ => plain with
            {
                Optimizer = new RmsProp(new PlateauRate(0.02, factor: 0.5, patience: 1), momentum: 0.5),
                ValidateEverySteps = 1,
                EarlyStopping = new EarlyStopping { Patience = 7 },
            },
        };
    }

    private sealed class Interruption : Exception;

    private sealed class Interrupter(int after) : TrainingCallback
    {
        public override void Step(TrainingRun run, in StepResult result)
        {
            if (result.Step == after)
            {
                throw new Interruption();
            }
        }
    }

    private sealed class Canceler(CancellationTokenSource source, int after, bool inValidation) : TrainingCallback, ITrainingProgress
    {
        private int validations;

        public override void Step(TrainingRun run, in StepResult result)
        {
            if (result.Step == 2 * after && !inValidation)
            {
                source.Cancel();
            }
        }

        public void BeginValidation()
        {
            if (++validations == after && inValidation)
            {
                source.Cancel();
            }
        }

        public void Begin(TrainingPlan plan)
        {
        }

        public void Step(in StepResult step)
        {
        }

        public void EndEpoch(EpochResult result)
        {
        }

        public void End()
        {
        }
    }
}
