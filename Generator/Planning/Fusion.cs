using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning.Lowerings;

namespace NetDsl.Generator.Planning;

/// <summary>A network as steps over values: activations joined with the layer before them, layers that compute nothing gone.</summary>
internal sealed class Fusion
{
    private readonly int[] producers;
    private readonly List<(int Node, int Slot)>[] readers;

    public Fusion(IReadOnlyList<PlanNode> nodes, IReadOnlyList<PlanValue> values, IReadOnlyList<LayerValue> layers, int output, IReadOnlyList<int> heads, PlanOptions options)
    {
        (Nodes, Values, Layers, Output, Heads, Options) = (nodes, values, layers, output, heads, options);
        producers = [.. values.Select(_ => -1)];
        readers = [.. values.Select(_ => new List<(int, int)>())];
        for (int node = 0; node < nodes.Count; node++)
        {
            producers[nodes[node].Output] = node;
            for (int slot = 0; slot < nodes[node].Inputs.Count; slot++)
            {
                readers[nodes[node].Inputs[slot]].Add((node, slot));
            }
        }
    }

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<PlanNode> Nodes { get; }

    /// <summary>What they read and write; the network's input first.</summary>
    public IReadOnlyList<PlanValue> Values { get; }

    /// <summary>For every planned layer where its output is.</summary>
    public IReadOnlyList<LayerValue> Layers { get; }

    /// <summary>The value that the loss, or the user, gets.</summary>
    public int Output { get; }

    /// <summary>The values that the loss gets from further heads.</summary>
    public IReadOnlyList<int> Heads { get; }

    /// <summary>What the choice of kernels depends on besides shapes.</summary>
    public PlanOptions Options { get; }

    public static Fusion Of(ShapedNetwork network, bool training) => new FusionBuilder(network, training).Build();

    /// <summary>The nodes that read a value, with its place among their inputs.</summary>
    public IReadOnlyList<(int Node, int Slot)> Readers(int value) => readers[value];

    /// <summary>The node that writes a value; -1 for the network's input.</summary>
    public int Producer(int value) => producers[value];

    /// <summary>Whether somebody outside reads the value.</summary>
    public bool Leaves(int value) => value == Output || Heads.Contains(value);

    /// <summary>The zeros that the readers of a value want around it.</summary>
    public Halo HaloOf(int value) => readers[value]
        .Where(reader => !Nodes[reader.Node].IsResidual(reader.Slot) && !BorderChoice.LeavesOut(Nodes[reader.Node].Operation, value, Options))
        .Select(reader => Lowering.Of(Nodes[reader.Node].Operation).HaloOf(Nodes[reader.Node].Operation, Options))
        .Aggregate(default(Halo), Halo.Max);
}

/// <summary>Where a declared layer's output is found.</summary>
/// <param name="Name">The layer's path.</param>
/// <param name="Value">The value; after the activation where one is fused.</param>
/// <param name="LinearNode">The node that computes the layer's own output, before a fused activation; -1 where the value is it.</param>
internal sealed record LayerValue(string Name, int Value, int LinearNode);
