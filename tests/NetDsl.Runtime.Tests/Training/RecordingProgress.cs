namespace NetDsl.Tests;

/// <summary>Notes down what a trainer reports.</summary>
internal sealed class RecordingProgress : ITrainingProgress
{
    public TrainingPlan? Plan { get; private set; }

    public List<StepResult> Steps { get; } = [];

    public List<EpochResult> Epochs { get; } = [];

    public int Validations { get; private set; }

    public int Ends { get; private set; }

    public void Begin(TrainingPlan plan) => Plan = plan;

    public void Step(in StepResult step) => Steps.Add(step);

    public void BeginValidation() => Validations++;

    public void EndEpoch(EpochResult result) => Epochs.Add(result);

    public void End() => Ends++;
}
