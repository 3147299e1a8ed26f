namespace NetDsl;

/// <summary>
/// Is called in the course of a training, on the thread that trains, and may end it. What it throws ends the training and passes through.
/// </summary>
public abstract class TrainingCallback
{
    /// <summary>The training begins, or goes on from a checkpoint.</summary>
    /// <param name="run">The training.</param>
    public virtual void Begin(TrainingRun run)
    {
    }

    /// <summary>The weights were updated. It should not allocate: there may be thousands of steps in a second.</summary>
    /// <param name="run">The training.</param>
    /// <param name="result">Where it stands.</param>
    public virtual void Step(TrainingRun run, in StepResult result)
    {
    }

    /// <summary>A validation was made. With a moving average the network has the averaged weights during this call.</summary>
    /// <param name="run">The training.</param>
    /// <param name="result">What it measured.</param>
    public virtual void Validated(TrainingRun run, ValidationResult result)
    {
    }

    /// <summary>An epoch is complete.</summary>
    /// <param name="run">The training.</param>
    /// <param name="result">What it gave.</param>
    public virtual void EndEpoch(TrainingRun run, EpochResult result)
    {
    }

    /// <summary>A checkpoint was written.</summary>
    /// <param name="run">The training.</param>
    /// <param name="path">Its file.</param>
    public virtual void CheckpointSaved(TrainingRun run, string path)
    {
    }

    /// <summary>The training is over; called too when it was cancelled or failed.</summary>
    /// <param name="run">The training.</param>
    public virtual void End(TrainingRun run)
    {
    }
}
