using NetDsl;

namespace ClassicNetworks;

/// <summary>One network of the collection, with what can be done to any of them.</summary>
internal abstract class Entry(string name, string origin)
{
    /// <summary>What the command line calls it.</summary>
    public string Name => name;

    /// <summary>Authors and year.</summary>
    public string Origin => origin;

    public abstract long ParameterCount { get; }

    public abstract long InferenceParameterCount { get; }

    public abstract long Multiplies { get; }

    public abstract long InferenceBytes { get; }

    public abstract long TrainingBytes { get; }

    public abstract string Summary { get; }

    /// <summary>Predicts once and trains some steps, and says what happened.</summary>
    public abstract void Demonstrate(Demonstration demonstration, CancellationToken token);
}

/// <summary>The same with the network's class at hand.</summary>
internal sealed class Entry<TNetwork>(string name, string origin, long inferenceParameters) : Entry(name, origin)
    where TNetwork : class, ITrainableNetwork<TNetwork>
{
    public override long ParameterCount => TNetwork.ParameterCount;

    public override long InferenceParameterCount => inferenceParameters;

    public override long Multiplies => TNetwork.Multiplies;

    public override long InferenceBytes => TNetwork.InferenceBytes;

    public override long TrainingBytes => TNetwork.TrainingBytes;

    public override string Summary => TNetwork.Summary;

    public override void Demonstrate(Demonstration demonstration, CancellationToken token) => demonstration.Run<TNetwork>(token);
}
