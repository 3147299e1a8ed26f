using System.Text.Json.Serialization;

namespace NetDsl;

/// <summary>What a checkpoint has beside weights and other vectors: where the training stands, and the settings that must be the same to go on.</summary>
internal sealed record TrainingState
{
    public required TrainingSettings Settings { get; init; }

    public required LoopState Loop { get; init; }

    public required int NetworkSeed { get; init; }

    /// <summary>Forward passes so far, from which dropout draws.</summary>
    public required int ForwardPasses { get; init; }

    /// <summary>Whether the last step was made but the validation after it was not.</summary>
    public required bool ValidationIsDue { get; init; }

    public required long OptimizerSteps { get; init; }

    public required IReadOnlyList<double> Schedule { get; init; }

    public required long AverageUpdates { get; init; }

    public required ValidationResult? Best { get; init; }

    public required int Waited { get; init; }

    public required IReadOnlyList<EpochResult> Epochs { get; init; }

    public required IReadOnlyList<ValidationResult> Validations { get; init; }
}

/// <summary>Reads and writes <see cref="TrainingState"/> without reflection; doubles come back to the bit.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(TrainingState))]
internal sealed partial class TrainingStateJson : JsonSerializerContext;
