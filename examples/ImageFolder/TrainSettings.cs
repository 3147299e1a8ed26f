namespace PictureClassification;

/// <summary>What the command line says about a training.</summary>
internal sealed record TrainSettings
{
    public required string? DataFolder { get; init; }

    public required string OutputFolder { get; init; }

    public required int DrawnPictures { get; init; }

    public required int Epochs { get; init; }

    public required int Batch { get; init; }

    public required double Rate { get; init; }

    public required int Seed { get; init; }

    public required int Threads { get; init; }

    public required double ValidationShare { get; init; }

    public required long CacheMegabytes { get; init; }

    public required bool Augment { get; init; }

    public required bool Mixup { get; init; }

    public required bool Resume { get; init; }
}
