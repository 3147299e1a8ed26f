using System.Diagnostics;

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
    private readonly Checkpoint? checkpoint;

    /// <summary>Takes the network, whose weights training changes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">How to train it; the defaults unless given.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public Trainer(TNetwork network, TrainerOptions? options = null)
    {
        this.network = network;
        this.options = options ?? new TrainerOptions();
        DatasetChecks.AtLeast(1, this.options.BatchSize, "The batch size");
        DatasetChecks.AtLeast(1, this.options.Epochs, "The number of epochs");
        DatasetChecks.AtLeast(0, this.options.Threads, "The number of threads");
        checkpoint = this.options.CheckpointPath is { } path ? new Checkpoint(path) : null;
    }

    /// <summary>Trains a classifier.</summary>
    /// <param name="training">What to learn from.</param>
    /// <param name="validation">What to measure on after every epoch, if given.</param>
    /// <param name="token">Stops the training between two steps.</param>
    /// <returns>What every epoch gave.</returns>
    /// <exception cref="ArgumentException">A data set does not fit the network.</exception>
    /// <exception cref="TrainingCanceledException">The token was cancelled; the exception has the history so far.</exception>
    /// <exception cref="NonFiniteLossException">A step's loss is infinite or no number.</exception>
    /// <exception cref="IOException">A checkpoint cannot be written; checked before the first step too.</exception>
    public TrainingHistory Fit(
        ILabeledDataset training, ILabeledDataset? validation = null, CancellationToken token = default) =>
        Fit(Batch(training, "training"), validation is null ? null : Batch(validation, "validation"), token);

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
        Evaluator.Run(network, Batch(samples, "given"), token);

    /// <summary>Measures a regression: mean squared error of the prediction.</summary>
    /// <inheritdoc cref="Evaluate(ILabeledDataset, CancellationToken)"/>
    public Evaluation Evaluate(ITargetDataset samples, CancellationToken token = default) =>
        Evaluator.Run(network, Batch(samples, "given"), token);

    private LabeledBatch Batch(ILabeledDataset dataset, string role)
    {
        DatasetChecks.Fits<TNetwork>(dataset, role);
        return new LabeledBatch(dataset, options.BatchSize, TNetwork.Criterion);
    }

    private TargetBatch Batch(ITargetDataset dataset, string role)
    {
        DatasetChecks.Fits<TNetwork>(dataset, role);
        return new TargetBatch(dataset, options.BatchSize);
    }

    private TrainingHistory Fit(SampleBatch training, SampleBatch? validation, CancellationToken token)
    {
        checkpoint?.CheckWritable();
        var results = new List<EpochResult>(options.Epochs);
        int threads = options.Threads > 0 ? options.Threads : network.Threads;
        using TrainingPass pass = network.CreateTrainingPass(training.Capacity, threads);
        var loop = new TrainingLoop(options, network.Parameters, pass, training);
        options.Progress.Begin(new TrainingPlan(
            typeof(TNetwork).Name, options.Epochs, training.TotalCount, validation?.TotalCount ?? 0, training.Capacity));
        try
        {
            for (int epoch = 1; epoch <= options.Epochs; epoch++)
            {
                EpochResult result = RunEpoch(loop, training, validation, epoch, token);
                checkpoint?.Save(network, epoch);
                results.Add(result);
                options.Progress.EndEpoch(result);
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            var history = new TrainingHistory(results, loop.Steps);
            throw new TrainingCanceledException(history, results.Count + 1, token);
        }
        finally
        {
            options.Progress.End();
        }

        return new TrainingHistory(results, loop.Steps);
    }

    private EpochResult RunEpoch(
        TrainingLoop loop, SampleBatch training, SampleBatch? validation, int epoch, CancellationToken token)
    {
        long start = Stopwatch.GetTimestamp();
        loop.Run(epoch, token);
        double trainingSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Evaluation? measured = null;
        if (validation is not null)
        {
            options.Progress.BeginValidation();
            measured = Evaluator.Run(network, validation, token);
        }

        return new EpochResult(
            epoch,
            loop.Loss,
            loop.Accuracy,
            measured?.Loss,
            measured?.Accuracy,
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            training.TotalCount / Math.Max(trainingSeconds, 1e-9),
            options.Optimizer.LearningRate);
    }
}
