using NetDsl.Runtime;

namespace NetDsl;

/// <summary>
/// Trains a network by mini-batches. The same options and data give the same weights to the bit, whatever the number of
/// threads.
/// </summary>
/// <typeparam name="TNetwork">The network's class.</typeparam>
public sealed class Trainer<TNetwork>
    where TNetwork : class, ITrainableNetwork<TNetwork>
{
    private readonly TNetwork network;
    private readonly TrainerOptions options;

    /// <summary>Takes the network, whose weights training changes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">How to train it; the defaults unless given.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public Trainer(TNetwork network, TrainerOptions? options = null)
    {
        this.network = network;
        this.options = options ?? new TrainerOptions();
        OptionChecks.Check(this.options);
        OptionChecks.CheckClasses(this.options, typeof(TNetwork).Name, TNetwork.OutputLength);
    }

    /// <summary>Trains a classifier, from the beginning or from a checkpoint.</summary>
    /// <param name="training">What to learn from.</param>
    /// <param name="validation">What to measure on, if given.</param>
    /// <param name="token">Stops the training between two steps.</param>
    /// <returns>What every epoch gave.</returns>
    /// <exception cref="ArgumentException">A data set does not fit the network.</exception>
    /// <exception cref="TrainingCanceledException">The token was cancelled; the exception has the history so far.</exception>
    /// <exception cref="NonFiniteLossException">A step's loss, or the norm of its gradients, is infinite or no number.</exception>
    /// <exception cref="InvalidDataException">The checkpoint to go on from is that of another training.</exception>
    /// <exception cref="IOException">
    /// Checkpoints cannot be written, or there are those of another training; found out before the first step. Later a checkpoint that
    /// cannot be written is a warning, and the training goes on.
    /// </exception>
    public TrainingHistory Fit(
        ILabeledDataset training, ILabeledDataset? validation = null, CancellationToken token = default) =>
        Fit(TrainingBatch(training), validation is null ? null : Batch(validation, "validation"), token);

    /// <summary>Trains a regression.</summary>
    /// <inheritdoc cref="Fit(ILabeledDataset, ILabeledDataset?, CancellationToken)"/>
    public TrainingHistory Fit(
        ITargetDataset training, ITargetDataset? validation = null, CancellationToken token = default) =>
        Fit(Batch(training, "training"), validation is null ? null : Batch(validation, "validation"), token);

    /// <summary>Measures a classifier: mean cross-entropy of the logits, and accuracy.</summary>
    /// <param name="samples">What to measure on.</param>
    /// <param name="token">Stops between two batches.</param>
    /// <exception cref="ArgumentException">The data set does not fit the network.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Evaluation Evaluate(ILabeledDataset samples, CancellationToken token = default) =>
        Evaluate(Batch(samples, "given"), token);

    /// <summary>Measures a regression: mean squared error of the prediction.</summary>
    /// <inheritdoc cref="Evaluate(ILabeledDataset, CancellationToken)"/>
    public Evaluation Evaluate(ITargetDataset samples, CancellationToken token = default) =>
        Evaluate(Batch(samples, "given"), token);

    /// <summary>
    /// Looks for a learning rate: trains for some steps, each with a higher rate, until the loss grows. Network and optimiser are as before
    /// afterwards.
    /// </summary>
    /// <param name="training">What to learn from.</param>
    /// <param name="sweep">Which rates to try; the defaults unless given.</param>
    /// <param name="token">Stops between two steps.</param>
    /// <returns>The loss at each rate, and the rate at which it fell fastest.</returns>
    /// <exception cref="ArgumentException">The data set does not fit the network, or an option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LearningRateSweep FindLearningRate(
        ILabeledDataset training, LearningRateSweepOptions? sweep = null, CancellationToken token = default) =>
        FindLearningRate(TrainingBatch(training), sweep, token);

    /// <inheritdoc cref="FindLearningRate(ILabeledDataset, LearningRateSweepOptions?, CancellationToken)"/>
    public LearningRateSweep FindLearningRate(
        ITargetDataset training, LearningRateSweepOptions? sweep = null, CancellationToken token = default) =>
        FindLearningRate(Batch(training, "training"), sweep, token);

    private LabeledBatch TrainingBatch(ILabeledDataset dataset) =>
        Batch(dataset, "training", SoftLabels.Create(
            TNetwork.OutputLength, options.LabelSmoothing, options.ClassWeights, dataset is IParallelDataset { MixesLabels: true }));

    private LabeledBatch Batch(ILabeledDataset dataset, string role, SoftLabels? soft = null)
    {
        DatasetChecks.Fits<TNetwork>(dataset, role);
        return new LabeledBatch(dataset, options.BatchSize, TNetwork.OutputLength, TNetwork.Criterion, soft);
    }

    private TargetBatch Batch(ITargetDataset dataset, string role)
    {
        DatasetChecks.Fits<TNetwork>(dataset, role);
        return new TargetBatch(dataset, options.BatchSize);
    }

    private Evaluation Evaluate(SampleBatch batch, CancellationToken token)
    {
        using (batch)
        {
            return Evaluator.Run(network, batch, token);
        }
    }

    private LearningRateSweep FindLearningRate(SampleBatch samples, LearningRateSweepOptions? sweep, CancellationToken token)
    {
        using SampleBatch training = samples;
        LearningRateSweepOptions range = sweep ?? new LearningRateSweepOptions();
        range.Check();
        using TrainingPass pass = network.CreateTrainingPass(training.Capacity, options.Threads > 0 ? options.Threads : network.Threads);
        return new LearningRateFinder(options, network.Parameters, pass, training).Run(range, token);
    }

    private TrainingHistory Fit(SampleBatch samples, SampleBatch? heldBack, CancellationToken token)
    {
        using SampleBatch training = samples;
        using SampleBatch? validation = heldBack;
        OptionChecks.CheckStopping(options.EarlyStopping, validation is not null, training.Classifies);
        using var session = new TrainingSession<TNetwork>(network, options, training, validation);
        return session.Run(token);
    }
}
