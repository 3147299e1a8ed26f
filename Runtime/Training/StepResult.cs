namespace NetDsl;

/// <summary>Where a training stands after a step.</summary>
/// <param name="Epoch">The epoch under way, from 1.</param>
/// <param name="Step">Steps since the training began, this one included.</param>
/// <param name="SamplesDone">Samples of the epoch seen so far.</param>
/// <param name="Loss">Mean loss of the epoch so far.</param>
/// <param name="Accuracy">Part of the epoch's samples so far that was classified rightly; null for a regression.</param>
/// <param name="Seconds">Time that the epoch has trained so far, without validations.</param>
public readonly record struct StepResult(
    int Epoch, long Step, int SamplesDone, double Loss, double? Accuracy, double Seconds)
{
    /// <summary>Mean loss of the step's own samples.</summary>
    public double StepLoss { get; init; }

    /// <summary>The learning rate of the step.</summary>
    public float LearningRate { get; init; }

    /// <summary>The Euclidean norm of the gradients before clipping; null without clipping by norm.</summary>
    public double? GradientNorm { get; init; }
}
