namespace NetDsl;

/// <summary>The progress display and the callbacks of a training, told one after the other.</summary>
internal sealed class TrainingListeners(ITrainingProgress progress, IReadOnlyList<TrainingCallback> callbacks, TrainingRun run)
{
    public List<string> Warnings { get; } = [];

    public void Begin()
    {
        progress.Begin(run.Plan);
        foreach (TrainingCallback callback in callbacks)
        {
            callback.Begin(run);
        }
    }

    public void Step(in StepResult result)
    {
        run.Reach(result.Epoch, result.Step);
        progress.Step(result);
        for (int i = 0; i < callbacks.Count; i++)
        {
            callbacks[i].Step(run, result);
        }
    }

    public void BeginValidation() => progress.BeginValidation();

    public void Validated(ValidationResult result)
    {
        progress.Validated(result);
        foreach (TrainingCallback callback in callbacks)
        {
            callback.Validated(run, result);
        }
    }

    public void EndEpoch(EpochResult result)
    {
        progress.EndEpoch(result);
        foreach (TrainingCallback callback in callbacks)
        {
            callback.EndEpoch(run, result);
        }
    }

    public void CheckpointSaved(string path)
    {
        foreach (TrainingCallback callback in callbacks)
        {
            callback.CheckpointSaved(run, path);
        }
    }

    public void Note(string line) => progress.Note(line);

    public void Warn(string line)
    {
        Warnings.Add(line);
        progress.Warn(line);
    }

    public void End()
    {
        progress.End();
        foreach (TrainingCallback callback in callbacks)
        {
            callback.End(run);
        }
    }
}
