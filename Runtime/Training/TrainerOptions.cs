namespace NetDsl;

/// <summary>How a <see cref="Trainer{TNetwork}"/> trains.</summary>
public sealed record TrainerOptions
{
    /// <summary>How weights change; stochastic gradient descent at 0.01 with momentum 0.9 unless set.</summary>
    public Optimizer Optimizer { get; init; } = new Sgd(0.01, momentum: 0.9);

    /// <summary>Samples in a step; the last step of an epoch has what is left.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>How often every sample is seen.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>Decides the order of the samples, together with the epoch.</summary>
    public int Seed { get; init; }

    /// <summary>Whether each epoch has an order of its own; otherwise samples come as they stand.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Threads that work on a step; 0 takes the network's <c>Threads</c>. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// The file to save the network to after every epoch. <c>{epoch}</c> in it becomes the epoch's number; without it
    /// each epoch replaces the file of the one before. Missing folders are made. Null saves nothing.
    /// </summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Who is told how it goes; nobody unless set.</summary>
    public ITrainingProgress Progress { get; init; } = SilentProgress.Instance;
}
