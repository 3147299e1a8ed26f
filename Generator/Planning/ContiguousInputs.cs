using NetDsl.Generator.Model;
using NetDsl.Generator.Planning.Lowerings;

namespace NetDsl.Generator.Planning;

/// <summary>Copies values that stand within a border for those readers that run over all values at a stretch.</summary>
internal static class ContiguousInputs
{
    public static Fusion Ensure(Fusion fusion)
    {
        bool Bordered(int value) => !fusion.HaloOf(value).IsEmpty || fusion.Readers(value).Any(reader =>
            fusion.Nodes[reader.Node].Operation is Concatenation && Bordered(fusion.Nodes[reader.Node].Output));
        bool Copied(PlanNode node) => Lowering.Of(node.Operation).Form(node.Operation) == InputForm.AnyContiguous && Bordered(node.Input);
        if (!fusion.Nodes.Any(Copied))
        {
            return fusion;
        }

        var nodes = new List<PlanNode>();
        var values = fusion.Values.ToList();
        foreach (PlanNode node in fusion.Nodes)
        {
            if (!Copied(node))
            {
                nodes.Add(node);
                continue;
            }

            Shape shape = values[node.Input].Shape;
            nodes.Add(new PlanNode(node.Name, new Addition(shape, 1), null, null, node.Inputs, values.Count));
            nodes.Add(node with { Inputs = new[] { values.Count }.ToEquatableArray() });
            values.Add(new PlanValue(node.Stem + "_x", shape, null));
        }

        IEnumerable<LayerValue> layers = fusion.Layers.Select(layer => layer.LinearNode < 0 ? layer
            : layer with { LinearNode = nodes.FindIndex(node => node.Output == fusion.Nodes[layer.LinearNode].Output) });
        return new Fusion(nodes, values, [.. layers], fusion.Output, fusion.Heads, fusion.Options);
    }
}
