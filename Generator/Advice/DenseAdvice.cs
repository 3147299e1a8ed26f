using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator.Advice;

/// <summary>A dense layer over all cells of an image that outweighs everything else.</summary>
internal static class DenseAdvice
{
    public static IEnumerable<Problem> Find(InspectedNetwork network)
    {
        long all = network.Layers.Sum(layer => layer.Operation.TrainableCount);
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            long own = network.Layers[layer].Operation.TrainableCount;
            if (own > all / 2 && own < all && network.Layers[layer].Operation is FullyConnected dense && CellsBefore(network, layer) is { } cells)
            {
                string kind = network.Sites[layer].Layer.Kind;
                long pooled = dense.TrainableCount - ((cells.Length - cells.Channels) * dense.Output.Channels);
                yield return network.Sites[layer].Mismatch(
                    RuleIds.HeavyDense, "units",
                    $"{kind} holds {Describe.Count(own)} of the {Describe.Count(all)} parameters, {100 * own / all}%, because it reads all {Describe.Count(cells.Length)} values of {cells}; behind a global pool it would hold {Describe.Count(pooled)}");
            }
        }
    }

    /// <summary>The cells that a dense layer reads; null where they are features already.</summary>
    private static Shape? CellsBefore(InspectedNetwork network, int layer)
    {
        int before = network.Before(layer);
        Shape shape = before < 0 ? network.Network.Model.Input : network.Layers[before].Output;
        return before >= 0 && shape.Length > shape.Channels ? shape : null;
    }
}
