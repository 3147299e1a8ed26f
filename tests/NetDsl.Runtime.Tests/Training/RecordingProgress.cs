namespace NetDsl.Tests;

/// <summary>Notes down what a trainer reports.</summary>
internal sealed class RecordingProgress : ITrainingProgress
{
    public TrainingPlan? Plan { get; private set; }

    public List<StepResult> Steps { get; } = [];

    public List<EpochResult> Epochs { get; } = [];

    public int Validations { get; private set; }

    public List<ValidationResult> Validated { get; } = [];

    public List<string> Notes { get; } = [];

    public List<string> Warnings { get; } = [];

    public int Ends { get; private set; }

    public void Begin(TrainingPlan plan) => Plan = plan;

    public void Step(in StepResult step) => Steps.Add(step);

    public void BeginValidation() => Validations++;

    void ITrainingProgress.Validated(ValidationResult result) => Validated.Add(result);

    public void Note(string line) => Notes.Add(line);

    public void Warn(string line) => Warnings.Add(line);

    public void EndEpoch(EpochResult result) => Epochs.Add(result);

    public void End() => Ends++;
}
