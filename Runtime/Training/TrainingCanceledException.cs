namespace NetDsl;

/// <summary>
/// A training was cancelled between two steps. The network has the weights of the last step, and no file was left
/// half written.
/// </summary>
public sealed class TrainingCanceledException : OperationCanceledException
{
    internal TrainingCanceledException(TrainingHistory history, int epoch, CancellationToken token)
        : base($"Training was cancelled in epoch {epoch} after {SampleGeometry.Text(history.Steps)} steps", token) => History = history;

    /// <summary>The epochs that were completed before.</summary>
    public TrainingHistory History { get; }
}
