using NetDsl;

namespace DigitRecognition.Commands;

/// <summary>What the command line says about a training.</summary>
internal sealed record TrainSettings
{
    public required string? DataFolder { get; init; }

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
        Optimizer = HalveEvery == 0 ? new Sgd(Rate, Momentum) : new Sgd(new StepRate(Rate, 0.5, HalveEvery), Momentum),
        BatchSize = Batch,
        Epochs = Epochs,
        Seed = Seed,
        Threads = Threads,
        Progress = progress,
    };
}
