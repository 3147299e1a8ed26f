namespace NetDsl;

/// <summary>Is told how a training goes, on the thread that trains.</summary>
public interface ITrainingProgress
{
    /// <summary>A training begins.</summary>
    void Begin(TrainingPlan plan);

    /// <summary>A step was made. It should not allocate: there may be thousands in a second.</summary>
    void Step(in StepResult step);

    /// <summary>The epoch's training is done and its validation begins; not called without one.</summary>
    void BeginValidation();

    /// <summary>An epoch is complete, its checkpoint written.</summary>
    void EndEpoch(EpochResult result);

    /// <summary>The training is over; called too when it was cancelled or failed.</summary>
    void End();
}
