using System.Globalization;

namespace NetDsl;

/// <summary>The settings that decide what a training computes, and that a checkpoint and the training that goes on from it must share.</summary>
internal sealed record TrainingSettings(
    string Network, int Samples, int BatchSize, int AccumulateSteps, int Seed, bool Shuffle, string Optimizer, double? EmaDecay, bool KeepsBest)
{
    public static TrainingSettings Of(string network, TrainerOptions options, SampleBatch training) => new(
        network,
        training.TotalCount,
        training.Capacity,
        options.AccumulateSteps,
        options.Seed,
        options.Shuffle,
        options.Optimizer.GetType().Name,
        options.EmaDecay,
        options.EarlyStopping is { RestoreBest: true });

    /// <summary>What differs, in words; null if nothing does.</summary>
    public string? Difference(TrainingSettings now)
    {
        IEnumerable<(string What, object? Then, object? Now)> pairs =
        [
            ("the network", Network, now.Network),
            ("the number of training samples", Samples, now.Samples),
            ("the batch size", BatchSize, now.BatchSize),
            ("AccumulateSteps", AccumulateSteps, now.AccumulateSteps),
            ("the seed", Seed, now.Seed),
            ("Shuffle", Shuffle, now.Shuffle),
            ("the optimiser", Optimizer, now.Optimizer),
            ("EmaDecay", EmaDecay, now.EmaDecay),
            ("EarlyStopping with RestoreBest", KeepsBest, now.KeepsBest),
        ];
        string[] differences = [.. pairs.Where(pair => !Equals(pair.Then, pair.Now)).Select(pair => string.Create(
            CultureInfo.InvariantCulture, $"{pair.What} was {pair.Then ?? "not set"} and is {pair.Now ?? "not set"}"))];
        return differences.Length == 0 ? null : string.Join(", ", differences);
    }
}
