using NetDsl.Peers.Onnx;
using NetDsl.Peers.OnnxRuntime;

namespace NetDsl.Peers;

/// <summary>A network that can be timed.</summary>
internal abstract class Candidate(string name)
{
    /// <summary>What the command line and the table call it.</summary>
    public string Name => name;

    /// <summary>Multiplications of one sample.</summary>
    public abstract long Multiplies { get; }

    /// <summary>Makes the network ready to run, and with a library the same one in ONNX Runtime, on the same input.</summary>
    public abstract Pairing Prepare(int batch, int threads, OnnxRuntimeApi? library);

    /// <summary>Creates the network, for predictions of one sample on one thread.</summary>
    public abstract Action Load();

    /// <summary>The same network in ONNX, and an input.</summary>
    public abstract (OnnxModel Model, float[] Input) Model();
}

/// <summary>The same with the network's class at hand.</summary>
/// <param name="name">What the command line and the table call it.</param>
/// <param name="export">The network's layers once more, as ONNX has them.</param>
internal sealed class Candidate<TNetwork>(string name, Func<OnnxGraph, OnnxValue> export) : Candidate(name)
    where TNetwork : class, INetwork<TNetwork>
{
    public override long Multiplies => TNetwork.Multiplies;

    public override Pairing Prepare(int batch, int threads, OnnxRuntimeApi? library)
    {
        TNetwork network = TNetwork.Create(seed: 1);
        network.Threads = threads;
        MadeUp.Statistics(network.Parameters);
        float[] input = MadeUp.Input(batch * TNetwork.InputLength);
        var output = new float[batch * TNetwork.OutputLength];
        return new Pairing(() => network.PredictLogits(input, output), output, library is null ? null : Session(network, batch, threads, library, input));
    }

    public override Action Load()
    {
        TNetwork network = TNetwork.Create(seed: 1);
        network.Threads = 1;
        var input = new float[TNetwork.InputLength];
        var output = new float[TNetwork.OutputLength];
        return () => network.PredictLogits(input, output);
    }

    public override (OnnxModel Model, float[] Input) Model() => (Export(TNetwork.Create(seed: 1), batch: 1), MadeUp.Input(TNetwork.InputLength));

    private OnnxModel Export(TNetwork network, int batch)
    {
        var graph = new OnnxGraph(network.Parameters, batch);
        return graph.Finish(export(graph));
    }

    private OnnxRuntimeSession Session(TNetwork network, int batch, int threads, OnnxRuntimeApi library, float[] input) =>
        new(library, Export(network, batch), threads, input);
}
