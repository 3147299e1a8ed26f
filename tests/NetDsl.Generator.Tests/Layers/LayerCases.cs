using NetDsl.Testing.Harness;
using NetDsl.Testing.Reference;

namespace NetDsl.Generator.Tests.Layers;

/// <summary>Named networks of one layer type, compiled together, and the batches on which they are compared.</summary>
public sealed class LayerCases
{
    private readonly Dictionary<string, ReferenceNetwork> networks = [];
    private readonly Lazy<NetworkBundle> bundle;

    public LayerCases() => bundle = new(() => new NetworkBundle(networks));

    /// <summary>Below, at and beyond the 16 samples that training handles together, and not a multiple of them.</summary>
    public static IReadOnlyList<int> Batches => [1, 3, 17, 33];

    public TheoryData<string> Rows => [.. networks.Keys];

    /// <summary>Adds a network under the text of its layers.</summary>
    public void Add(ReferenceShape input, params ReferenceLayer[] layers)
    {
        string name = $"{string.Join(", ", layers.Select(layer => layer.Declaration))} on {input}";
        networks.Add(name, new ReferenceNetwork(input, layers));
    }

    /// <summary>Compares forward, every gradient and prediction at all batches.</summary>
    public void Check(string name)
    {
        CompiledNetwork network = bundle.Value.Network(name, InstructionLevel.Widest);
        foreach (int batch in Batches)
        {
            NetworkComparison.Run(networks[name], network, batch, seed: batch);
        }
    }
}
