namespace NetDsl;

/// <summary>What a training is about to do.</summary>
/// <param name="Network">Name of the network's class.</param>
/// <param name="Epochs">Number of epochs.</param>
/// <param name="Samples">Training samples in each.</param>
/// <param name="ValidationSamples">Validation samples after each, or 0.</param>
/// <param name="BatchSize">Samples in a step.</param>
public sealed record TrainingPlan(string Network, int Epochs, int Samples, int ValidationSamples, int BatchSize)
{
    /// <summary>Epochs that were done before, in whole and in part; 0 unless the training goes on from a checkpoint.</summary>
    public double EpochsDone { get; init; }
}
