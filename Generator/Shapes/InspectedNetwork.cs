using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>A network with the place of every layer, for rules that are about layers and their neighbours.</summary>
internal sealed class InspectedNetwork
{
    private readonly List<int>[] readers;

    public InspectedNetwork(ShapedNetwork network, IReadOnlyList<LayerSite> sites)
    {
        (Network, Sites) = (network, sites);
        readers = [.. network.Layers.Select(_ => new List<int>())];
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            foreach (int source in network.Layers[layer].Sources.Distinct().Where(source => source >= 0))
            {
                readers[source].Add(layer);
            }
        }
    }

    public ShapedNetwork Network { get; }

    /// <summary>Where each layer stands.</summary>
    public IReadOnlyList<LayerSite> Sites { get; }

    public EquatableArray<ShapedLayer> Layers => Network.Layers;

    /// <summary>The layers that read a layer.</summary>
    public IReadOnlyList<int> Readers(int layer) => readers[layer];

    /// <summary>Whether the loss, or the user, reads a layer.</summary>
    public bool Leaves(int layer) => layer == Network.Main || Network.Heads.Any(head => head.Layer == layer);

    /// <summary>Whether two layers stand in the same declaration: a network's, or one copy of a block.</summary>
    public bool AreTogether(int layer, int other) => ReferenceEquals(Sites[layer].Block, Sites[other].Block);

    /// <summary>A layer before this one, flattening left out; -1 for the network's input.</summary>
    public int Before(int layer)
    {
        int source = Layers[layer].Sources[0];
        return source >= 0 && Layers[source].Operation is Flattening ? Before(source) : source;
    }

    /// <summary>
    /// Whether a layer is the projection on the way around a residual block: a 1x1 convolution whose value, normalised or not, is
    /// added to another, and whose input goes another way too.
    /// </summary>
    public bool IsProjection(int layer)
    {
        if (Layers[layer].Operation is not Convolution { Height.Kernel: 1, Width.Kernel: 1 })
        {
            return false;
        }

        int end = layer;
        while (Readers(end) is [int only] && Layers[only].Operation is Normalization)
        {
            end = only;
        }

        int source = Layers[layer].Sources[0];
        int ways = source < 0 ? Layers.Count(other => other.Sources.Contains(source)) : Readers(source).Count;
        return Readers(end) is [int sum] && Layers[sum].Operation is Addition && ways > 1;
    }
}
