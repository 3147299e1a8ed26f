namespace NetDsl;

/// <summary>The epochs of a training, in order.</summary>
/// <param name="Epochs">What each epoch gave; those that were cut short are not among them.</param>
/// <param name="Steps">Weight updates made, those of an epoch cut short included.</param>
public sealed record TrainingHistory(IReadOnlyList<EpochResult> Epochs, long Steps)
{
    /// <summary>The last epoch that was completed, or null.</summary>
    public EpochResult? Last => Epochs.Count > 0 ? Epochs[^1] : null;

    /// <summary>All validations, those within epochs included.</summary>
    public IReadOnlyList<ValidationResult> Validations { get; init; } = [];

    /// <summary>The best validation, where <see cref="EarlyStopping"/> watched for it; else null.</summary>
    public ValidationResult? Best { get; init; }

    /// <summary>Why the training ended before its last epoch; null where it did not.</summary>
    public string? StopReason { get; init; }

    /// <summary>What went wrong on the way without ending the training, such as a checkpoint that could not be written.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
