using static System.FormattableString;

namespace NetDsl;

/// <summary>One training from its first step, or from a checkpoint, to its end.</summary>
internal sealed partial class TrainingSession<TNetwork> : IDisposable
    where TNetwork : class, ITrainableNetwork<TNetwork>
{
    private readonly TNetwork network;
    private readonly TrainerOptions options;
    private readonly SampleBatch training;
    private readonly SampleBatch? validation;
    private readonly TrainingPass pass;
    private readonly TrainingLoop loop;
    private readonly ExponentialMovingAverage? average;
    private readonly BestWeights? best;
    private readonly SessionParts parts;
    private readonly TrainingRun run;
    private readonly TrainingListeners listeners;
    private readonly CheckpointWriter? checkpoints;
    private readonly NetworkOutput? output;

    public TrainingSession(TNetwork network, TrainerOptions options, SampleBatch training, SampleBatch? validation)
    {
        (this.network, this.options, this.training, this.validation) = (network, options, training, validation);
        ParameterSet parameters = network.Parameters;
        var plan = new TrainingPlan(typeof(TNetwork).Name, options.Epochs, training.TotalCount, validation?.TotalCount ?? 0, training.Capacity);
        run = new TrainingRun(parameters, options.Optimizer, plan);
        listeners = new TrainingListeners(options.Progress, options.Callbacks, run);
        checkpoints = options.Checkpoints is { } wanted ? new CheckpointWriter(wanted, listeners) : null;
        output = options.CheckpointPath is { } path ? new NetworkOutput(path) : null;
        checkpoints?.Prepare();
        output?.CheckWritable();

        options.Optimizer.Schedule.Memory = [];
        pass = network.CreateTrainingPass(training.Capacity, options.Threads > 0 ? options.Threads : network.Threads);
        loop = new TrainingLoop(options, parameters, pass, training);
        average = options.EmaDecay is { } decay ? new ExponentialMovingAverage(parameters, decay) : null;
        best = options.EarlyStopping is { } stopping ? new BestWeights(stopping, parameters.Store) : null;
        parts = new SessionParts(parameters, options, TrainingSettings.Of(plan.Network, options, training), pass, loop, average, best);
    }

    public void Dispose() => pass.Dispose();

    public TrainingHistory Run(CancellationToken token)
    {
        (string? note, List<string> warnings) = Resume();
        listeners.Begin();
        try
        {
            warnings.ForEach(listeners.Warn);
            if (note is not null)
            {
                listeners.Note(note);
            }

            Train(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            checkpoints?.Save(loop.Steps, parts.Write);
            throw new TrainingCanceledException(History(), loop.Epoch, token);
        }
        finally
        {
            listeners.End();
        }

        return History();
    }

    private (string? Note, List<string> Warnings) Resume()
    {
        List<string> warnings = [];
        if (options.Checkpoints is not { Resume: true } wanted || CheckpointReader.Newest(wanted.Folder, warnings) is not { } found)
        {
            return (null, warnings);
        }

        parts.Restore(found.Path, found.State, found.Tensors);
        checkpoints!.Continue(loop.Steps);
        double done = loop.Epoch - 1 + ((double)loop.SamplesDone / training.TotalCount);
        run.Continue(loop.Epoch, loop.Steps, done);
        return (Invariant($"Going on from {found.Path}: {loop.Steps:N0} steps, {done:0.00} of {options.Epochs} epochs"), warnings);
    }

    private void Train(CancellationToken token)
    {
        float rate = options.Optimizer.Schedule.Rate(loop.Epoch - 1);
        if (parts.ValidationIsDue)
        {
            AfterStep(rate, token);
        }

        while (loop.Epoch <= options.Epochs && StopReason is null)
        {
            StepResult result = loop.Step(token);
            average?.Update();
            listeners.Step(result);
            AfterStep(result.LearningRate, token);
        }

        checkpoints?.Save(loop.Steps, parts.Write);
        if (StopReason is { } reason)
        {
            listeners.Note(Invariant($"The training ends after {loop.Steps:N0} steps: {reason}"));
        }

        if (best?.TryRestore() != true)
        {
            average?.Swap();
        }
    }

    private string? StopReason => run.StopReason ?? best?.StopReason;

    private TrainingHistory History() => new(parts.Epochs, loop.Steps)
    {
        Validations = parts.Validations,
        Best = best?.Best,
        StopReason = StopReason,
        Warnings = listeners.Warnings,
    };
}
