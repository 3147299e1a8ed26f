namespace NetDsl;

/// <summary>How well a network does on a data set.</summary>
/// <param name="Loss">Mean loss over the samples.</param>
/// <param name="Accuracy">Part of the samples classified rightly, 0 to 1; null for a regression.</param>
/// <param name="Count">Number of samples.</param>
public sealed record Evaluation(double Loss, double? Accuracy, int Count);
