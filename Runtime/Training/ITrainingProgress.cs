namespace NetDsl;

/// <summary>Is told how a training goes, on the thread that trains.</summary>
public interface ITrainingProgress
{
    /// <summary>A training begins.</summary>
    void Begin(TrainingPlan plan);

    /// <summary>A step was made. It should not allocate: there may be thousands in a second.</summary>
    void Step(in StepResult step);

    /// <summary>A validation begins, after an epoch or within one; not called without one.</summary>
    void BeginValidation();

    /// <summary>A validation was made.</summary>
    /// <param name="result">What it measured.</param>
    void Validated(ValidationResult result)
    {
    }

    /// <summary>Something happened that is worth a line: the training goes on from a checkpoint, or ends before its last epoch.</summary>
    /// <param name="line">What, on one line.</param>
    void Note(string line)
    {
    }

    /// <summary>Something went wrong that does not end the training, such as a checkpoint that could not be written.</summary>
    /// <param name="line">What, on one line.</param>
    void Warn(string line)
    {
    }

    /// <summary>An epoch is complete.</summary>
    void EndEpoch(EpochResult result);

    /// <summary>The training is over; called too when it was cancelled or failed.</summary>
    void End();
}
