namespace NetDsl;

/// <summary>Says nothing.</summary>
public sealed class SilentProgress : ITrainingProgress
{
    private SilentProgress()
    {
    }

    /// <summary>The one instance.</summary>
    public static SilentProgress Instance { get; } = new();

    /// <inheritdoc/>
    public void Begin(TrainingPlan plan)
    {
    }

    /// <inheritdoc/>
    public void Step(in StepResult step)
    {
    }

    /// <inheritdoc/>
    public void BeginValidation()
    {
    }

    /// <inheritdoc/>
    public void EndEpoch(EpochResult result)
    {
    }

    /// <inheritdoc/>
    public void End()
    {
    }
}
