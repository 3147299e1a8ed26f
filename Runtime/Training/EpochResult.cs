namespace NetDsl;

/// <summary>What one epoch gave.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="TrainLoss">Mean loss over the samples, each seen while training went on.</param>
/// <param name="TrainAccuracy">Part of the samples classified rightly, 0 to 1; null for a regression.</param>
/// <param name="ValidationLoss">Mean loss after the epoch on samples not trained on; null without any.</param>
/// <param name="ValidationAccuracy">Part of these classified rightly, 0 to 1; null without any or for a regression.</param>
/// <param name="Seconds">Time of the epoch with its validation.</param>
/// <param name="SamplesPerSecond">Training samples in a second, validation apart.</param>
/// <param name="LearningRate">The rate of the epoch.</param>
public sealed record EpochResult(
    int Epoch,
    double TrainLoss,
    double? TrainAccuracy,
    double? ValidationLoss,
    double? ValidationAccuracy,
    double Seconds,
    double SamplesPerSecond,
    float LearningRate)
{
    /// <summary>Time of the epoch's steps in which the trainer waited for samples that are read or augmented in the background.</summary>
    public double DataWaitSeconds { get; init; }
}
