namespace NetDsl;

/// <summary>Where a training stands between two steps.</summary>
/// <param name="Epoch">The epoch under way, from 1.</param>
/// <param name="Steps">Weight updates since the training began.</param>
/// <param name="SamplesDone">Samples of the epoch seen so far.</param>
/// <param name="LossSum">Sum of their losses.</param>
/// <param name="Correct">How many of them were classified rightly.</param>
/// <param name="Seconds">Time that the epoch's steps took.</param>
internal sealed record LoopState(int Epoch, long Steps, int SamplesDone, double LossSum, int Correct, double Seconds);
