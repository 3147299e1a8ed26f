using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;
using static System.FormattableString;

namespace NetDsl.Generator.Advice;

/// <summary>What an attribute of a network adds to it: shape, parameters, multiplications, memory and receptive field.</summary>
internal static class LayerFactsAdvice
{
    public static IEnumerable<Problem> Find(InspectedNetwork network)
    {
        IReadOnlyDictionary<int, (long Height, long Width)> fields = ReceptiveField.Of(network.Layers);
        foreach (IGrouping<int, int> use in Enumerable.Range(0, network.Layers.Count).GroupBy(layer => network.Layers[layer].Attribute))
        {
            int last = use.Last();
            ShapedLayer[] layers = [.. use.Select(layer => network.Layers[layer])];
            string what = layers.Length == 1 ? layers[0].Name : Invariant($"{layers.Length} layers up to {layers[layers.Length - 1].Name}");
            string facts = string.Join(", ", new[]
            {
                $"{layers[0].Operation.Input} to {layers[layers.Length - 1].Output}",
                Amount(layers.Sum(layer => layer.Operation.TrainableCount), "parameters"),
                Amount(layers.Sum(layer => layer.Operation.Multiplies), "multiplications"),
                Amount(layers.Sum(layer => layer.Output.Length) * sizeof(float), "bytes of output"),
                Invariant($"receptive field {fields[last].Height}x{fields[last].Width}"),
            });
            yield return new Problem(RuleIds.LayerFacts, use.Key, null, $"{what}: {facts}");
        }
    }

    private static string Amount(long count, string unit) => $"{Describe.Count(count)} {unit}";
}
