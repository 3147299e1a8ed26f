using NetDsl;

namespace DigitRecognition.Commands;

/// <summary>What the command line says about a training.</summary>
internal sealed record TrainSettings
{
    public required string? DataFolder { get; init; }

    /// <summary>Where to bring the folder's files from first; null where they are there.</summary>
    public required string? Mirror { get; init; }

    public required bool Augment { get; init; }

    public required bool Cosine { get; init; }

    public required int DrawnDigits { get; init; }

    public required int Epochs { get; init; }

    public required int Batch { get; init; }

    public required double Rate { get; init; }

    public required int HalveEvery { get; init; }

    public required double Momentum { get; init; }

    public required int Seed { get; init; }

    public required int Threads { get; init; }

    public required string OutputFolder { get; init; }

    /// <summary>Where and when to write down what a resumed training needs; null never.</summary>
    public required CheckpointOptions? Checkpoints { get; init; }

    /// <summary>How to train; every training needs an optimiser of its own.</summary>
    public TrainerOptions ToOptions(ITrainingProgress progress) => new()
    {
        Optimizer = new Sgd(Schedule(), Momentum, nesterov: Cosine),
        BatchSize = Batch,
        Epochs = Epochs,
        Seed = Seed,
        Threads = Threads,
        Progress = progress,
    };

    private ILearningRateSchedule Schedule() => Cosine && Epochs > 1
        ? new WarmUpRate(new CosineRate(Rate, Epochs - 1), 1)
        : HalveEvery == 0 ? new ConstantRate(Rate) : new StepRate(Rate, 0.5, HalveEvery);
}
