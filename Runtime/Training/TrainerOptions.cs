namespace NetDsl;

/// <summary>How a <see cref="Trainer{TNetwork}"/> trains.</summary>
public sealed record TrainerOptions
{
    /// <summary>How weights change; stochastic gradient descent at 0.01 with momentum 0.9 unless set.</summary>
    public Optimizer Optimizer { get; init; } = new Sgd(0.01, momentum: 0.9);

    /// <summary>Samples in a pass; the last one of an epoch has what is left.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>
    /// Passes whose gradients one step takes the mean of, so that it sees that many times <see cref="BatchSize"/> samples in the memory of one
    /// pass; the last step of an epoch has what is left. Batch normalisation sees each pass by itself.
    /// </summary>
    public int AccumulateSteps { get; init; } = 1;

    /// <summary>How often every sample is seen.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>Decides the order of the samples, together with the epoch.</summary>
    public int Seed { get; init; }

    /// <summary>Whether each epoch has an order of its own; otherwise samples come as they stand.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Threads that work on a step; 0 takes the network's <c>Threads</c>. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>The largest norm of all gradients together (<see cref="GradientClipping.ByNorm"/>); null does not clip.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>The largest magnitude of a single gradient (<see cref="GradientClipping.ByValue"/>), before the norm is taken; null does not clip.</summary>
    public double? ClipValue { get; init; }

    /// <summary>
    /// The decay of a moving average of the weights (<see cref="ExponentialMovingAverage"/>); null keeps none. Validations measure the average,
    /// and the network has it when the training is complete.
    /// </summary>
    public double? EmaDecay { get; init; }

    /// <summary>
    /// How much of a label is spread evenly over all classes (Szegedy et al. 2016, section 7), from 0 to below 1; 0.1 is usual. Validations
    /// measure the loss without it.
    /// </summary>
    public double LabelSmoothing { get; init; }

    /// <summary>
    /// What the loss of a sample is multiplied by, for each class one number of at least 0 (<see cref="ClassWeights.Balanced"/>); null weighs
    /// all classes alike. Validations measure the loss without them.
    /// </summary>
    public IReadOnlyList<double>? ClassWeights { get; init; }

    /// <summary>Epochs from one validation to the next; the last epoch always has one. 0 makes none by epochs.</summary>
    public int ValidateEveryEpochs { get; init; } = 1;

    /// <summary>Steps from one validation to the next; 0 makes none by steps.</summary>
    public int ValidateEverySteps { get; init; }

    /// <summary>Ends the training when validations no longer get better, and restores the best weights; null trains all epochs.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Where and when to write down all that the training needs to go on after an interruption; null writes nothing.</summary>
    public CheckpointOptions? Checkpoints { get; init; }

    /// <summary>
    /// The file to save the network to after every epoch. <c>{epoch}</c> in it becomes the epoch's number; without it
    /// each epoch replaces the file of the one before. Missing folders are made. Null saves nothing.
    /// </summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Who is called in the course of the training, in this order.</summary>
    public IReadOnlyList<TrainingCallback> Callbacks { get; init; } = [];

    /// <summary>Who is told how it goes; nobody unless set.</summary>
    public ITrainingProgress Progress { get; init; } = SilentProgress.Instance;
}
