using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Shapes;

/// <summary>Faults that blocks have however they are used: one that contains itself, a loss inside.</summary>
internal sealed class BlockCheck
{
    private readonly NetworkModel model;
    private readonly ProblemLog problems;
    private readonly HashSet<int> visited = [];
    private readonly List<(int Block, string Kind)> around = [];

    private BlockCheck(NetworkModel model, ProblemLog problems)
    {
        this.model = model;
        this.problems = problems;
    }

    public static void Find(NetworkModel model, ProblemLog problems)
    {
        var check = new BlockCheck(model, problems);
        foreach (LayerModel use in model.Layers.Where(layer => layer.IsBlock))
        {
            check.Visit(use, use.Attribute);
        }
    }

    private void Visit(LayerModel use, int attribute)
    {
        if (!visited.Add(use.Block))
        {
            return;
        }

        around.Add((use.Block, use.Kind));
        BlockModel block = model.Blocks[use.Block];
        foreach (LayerModel layer in block.Layers)
        {
            int outer = layer.IsBlock ? around.FindIndex(entry => entry.Block == layer.Block) : -1;
            if (outer >= 0)
            {
                string way = outer == around.Count - 1 ? "" : $" by way of {string.Join(", ", around.Skip(outer + 1).Select(entry => entry.Kind))}";
                Report(RuleIds.EndlessBlock, layer, $"{layer.Kind} contains itself{way}; its layers would never end, so take it out");
            }
            else if (layer.IsBlock)
            {
                Visit(layer, attribute);
            }
            else if (LayerRegistry.Find(layer.Kind) is LossLayer)
            {
                Report(RuleIds.Misplaced, layer, $"{layer.Kind} stands in the block {use.Kind}; put the loss on the network, last");
            }
        }

        around.RemoveAt(around.Count - 1);

        void Report(string id, LayerModel layer, string message) => problems.Add(block.InSource
            ? new Problem(id, attribute, null, message, Origin: new BlockPlace(block.Constructor, layer.Attribute, null))
            : new Problem(id, attribute, null, message));
    }
}
