using NetDsl.Runtime;

namespace NetDsl;

/// <summary>All that changes while a network trains, and so all that a checkpoint must hold.</summary>
internal sealed class SessionParts(
    ParameterSet parameters, TrainerOptions options, TrainingSettings settings, TrainingPass pass, TrainingLoop loop, ExponentialMovingAverage? average, BestWeights? best)
{
    private readonly OptimizerState optimizer = options.Optimizer.StateOf(parameters.Store);

    /// <summary>The epochs completed.</summary>
    public List<EpochResult> Epochs { get; } = [];

    /// <summary>All validations made.</summary>
    public List<ValidationResult> Validations { get; } = [];

    /// <summary>Whether the last step was made but the validation after it was not.</summary>
    public bool ValidationIsDue { get; set; }

    private List<(string Name, PinnedBlock Block)> Vectors
    {
        get
        {
            var vectors = new List<(string Name, PinnedBlock Block)>();
            for (int i = 0; i < optimizer.Slots.Count; i++)
            {
                vectors.Add(($"{NetworkFile.TrainingPrefix}optimizer.{i}", optimizer.Slots[i]));
            }

            if (average is not null)
            {
                vectors.Add(($"{NetworkFile.TrainingPrefix}average", average.Block));
            }

            if (best?.Block is { } block)
            {
                vectors.Add(($"{NetworkFile.TrainingPrefix}best", block));
            }

            return vectors;
        }
    }

    /// <summary>Writes a checkpoint.</summary>
    public void Write(string path) => CheckpointFile.Write(path, State(), parameters, Vectors);

    /// <summary>Goes on from a checkpoint. What does not fit changes nothing.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or that of another training.</exception>
    public void Restore(string path, TrainingState state, IReadOnlyDictionary<string, float[]> tensors)
    {
        IEnumerable<(string Name, int Length)> wanted =
            [.. parameters.Select(parameter => (parameter.Name, parameter.Length)), .. Vectors.Select(vector => (vector.Name, vector.Block.Length))];
        string? difference = state.Settings.Difference(settings)
            ?? wanted.Where(part => !tensors.TryGetValue(part.Name, out float[]? values) || values.Length != part.Length)
                .Select(part => $"it has no {part.Name} of {SampleGeometry.Text(part.Length)} values").FirstOrDefault();
        if (difference is not null)
        {
            throw new InvalidDataException($"{path} is the checkpoint of another training: {difference}");
        }

        foreach (Parameter parameter in parameters)
        {
            parameter.CopyFrom(tensors[parameter.Name]);
        }

        foreach ((string name, PinnedBlock block) in Vectors)
        {
            tensors[name].CopyTo(block.Span);
        }

        optimizer.Steps = state.OptimizerSteps;
        options.Optimizer.Schedule.Memory = state.Schedule;
        average?.Restore(state.AverageUpdates);
        best?.Continue(state.Best, state.Waited);
        loop.State = state.Loop;
        pass.RandomState = new RandomState(state.NetworkSeed, state.ForwardPasses);
        ValidationIsDue = state.ValidationIsDue;
        Epochs.AddRange(state.Epochs);
        Validations.AddRange(state.Validations);
    }

    private TrainingState State() => new()
    {
        Settings = settings,
        Loop = loop.State,
        NetworkSeed = pass.RandomState.Seed,
        ForwardPasses = pass.RandomState.Step,
        ValidationIsDue = ValidationIsDue,
        OptimizerSteps = optimizer.Steps,
        Schedule = options.Optimizer.Schedule.Memory,
        AverageUpdates = average?.Updates ?? 0,
        Best = best?.Best,
        Waited = best?.Waited ?? 0,
        Epochs = Epochs,
        Validations = Validations,
    };
}
