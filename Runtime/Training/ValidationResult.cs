namespace NetDsl;

/// <summary>What one validation measured.</summary>
/// <param name="Step">Weight updates made before it.</param>
/// <param name="Epoch">The epoch under way or just done, from 1.</param>
/// <param name="Loss">Mean loss over the validation samples.</param>
/// <param name="Accuracy">Part of them classified rightly, 0 to 1; null for a regression.</param>
/// <param name="EndsEpoch">Whether it was made after an epoch, or within one.</param>
public sealed record ValidationResult(long Step, int Epoch, double Loss, double? Accuracy, bool EndsEpoch);
