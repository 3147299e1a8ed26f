namespace NetDsl;

/// <summary>
/// When a training writes down all that it needs to go on, and where. A checkpoint is written under another name, flushed to the disk and
/// renamed, so that there is a whole one at every moment; one that cannot be written is reported, and the training goes on.
/// </summary>
public sealed record CheckpointOptions
{
    /// <summary>The folder of the checkpoints, one training's alone. It is made where it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Steps from one checkpoint to the next; 0 writes none by steps.</summary>
    public int EverySteps { get; init; }

    /// <summary>Epochs from one checkpoint to the next; 0 writes none by epochs.</summary>
    public int EveryEpochs { get; init; } = 1;

    /// <summary>Time from one checkpoint to the next; zero writes none by time.</summary>
    public TimeSpan Every { get; init; }

    /// <summary>How many checkpoints are kept, the newest ones; at least 1.</summary>
    public int Keep { get; init; } = 3;

    /// <summary>
    /// Whether the training goes on from the newest whole checkpoint in the folder, as if it had never been interrupted: the same options and
    /// data give the same weights to the bit. Without a checkpoint it begins. Not set, a folder that has checkpoints is refused.
    /// </summary>
    public bool Resume { get; init; }
}
