namespace NetDsl;

/// <summary>The epochs of a training, in order.</summary>
/// <param name="Epochs">What each epoch gave; those that were cut short are not among them.</param>
/// <param name="Steps">Weight updates made, those of an epoch cut short included.</param>
public sealed record TrainingHistory(IReadOnlyList<EpochResult> Epochs, long Steps)
{
    /// <summary>The last epoch that was completed, or null.</summary>
    public EpochResult? Last => Epochs.Count > 0 ? Epochs[^1] : null;
}
