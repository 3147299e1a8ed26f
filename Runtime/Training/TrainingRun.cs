namespace NetDsl;

/// <summary>A training under way, as callbacks see it.</summary>
public sealed class TrainingRun
{
    internal TrainingRun(ParameterSet parameters, Optimizer optimizer, TrainingPlan plan) =>
        (Parameters, Optimizer, Plan) = (parameters, optimizer, plan);

    /// <summary>The network's parameters. Values that a callback changes are what training goes on from.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>The optimiser.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>What the training is about to do.</summary>
    public TrainingPlan Plan { get; private set; }

    /// <summary>The epoch under way, from 1.</summary>
    public int Epoch { get; private set; } = 1;

    /// <summary>Weight updates since the training began.</summary>
    public long Step { get; private set; }

    /// <summary>Why the training ends before its last epoch, or null.</summary>
    public string? StopReason { get; private set; }

    /// <summary>Ends the training after the step or the epoch under way, as if it were complete. The first reason stays.</summary>
    /// <param name="reason">Why, in a few words.</param>
    public void Stop(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        StopReason ??= reason;
    }

    internal void Reach(int epoch, long step) => (Epoch, Step) = (epoch, step);

    internal void Continue(int epoch, long step, double epochsDone)
    {
        Reach(epoch, step);
        Plan = Plan with { EpochsDone = epochsDone };
    }
}
