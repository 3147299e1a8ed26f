using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning.Lowerings;

namespace NetDsl.Generator.Planning;

/// <summary>
/// Plans the dense layers at a network's end for groups of samples, where their weights exceed the caches: one sample after the other
/// would bring them from memory each time.
/// </summary>
internal static class GroupPlanner
{
    private const string Sums = "group_sums";

    /// <summary>The layers, from the first whose weights are streamed to the network's end; empty where it does not end in such.</summary>
    public static IReadOnlyList<PlanNode> Layers(Fusion fusion)
    {
        int first = fusion.Nodes.Count;
        while (first > 0 && IsDense(fusion.Nodes[first - 1]) && (first == fusion.Nodes.Count || fusion.Nodes[first].Input == fusion.Nodes[first - 1].Output))
        {
            first--;
        }

        return fusion.Options.Unroll == Unroll.Full || fusion.Nodes.Count == 0 || fusion.Nodes[fusion.Nodes.Count - 1].Output != fusion.Output
            ? []
            : [.. fusion.Nodes.Skip(first).SkipWhile(node => !DenseLowering.Streams((FullyConnected)node.Operation))];
    }

    /// <param name="fusion">The network.</param>
    /// <param name="inputStays">Whether kernels read the sample where the caller has it.</param>
    public static GroupProgram? Plan(Fusion fusion, bool inputStays)
    {
        IReadOnlyList<PlanNode> layers = Layers(fusion);
        if (layers.Count == 0)
        {
            return null;
        }

        var rows = new List<Constant>();
        long floats = 0;
        void Add(string name, long size, string comment)
        {
            rows.Add(new Constant(name, floats, comment));
            floats += size;
        }

        var first = (FullyConnected)layers[0].Operation;
        void AddRows(int value, long length) => Add(
            Rows(fusion, value), (long)CellDenseGroup.Samples * CellDenseGroup.Pitch((int)length), $"{CellDenseGroup.Samples} rows of {Text.Literal(length)}");
        AddRows(layers[0].Input, first.Input.Length);
        foreach (PlanNode node in layers)
        {
            AddRows(node.Output, node.Operation.Output.Length);
        }

        Step[] steps = [.. layers.Select(node => DenseLowering.GroupStep(node, fusion.Options.Unroll, $"g + {Rows(fusion, node.Input)}", $"g + {Rows(fusion, node.Output)}", $"g + {Sums}"))];
        Add(Sums, steps.Max(step => (long)(step.Kernel is CellDenseGroup group ? group.ScratchFloats : 0)), "sums of the parts of a layer's inputs");
        string features = layers[0].Input == 0 && inputStays ? "-1" : fusion.Values[layers[0].Input].Constant;
        return new GroupProgram(rows.ToEquatableArray(), steps.ToEquatableArray(), features, (int)first.Input.Length, Rows(fusion, fusion.Output), floats);
    }

    private static bool IsDense(PlanNode node) => node is { Operation: FullyConnected, Inputs.Count: 1 };

    private static string Rows(Fusion fusion, int value) => fusion.Values[value].Constant + "_rows";
}
