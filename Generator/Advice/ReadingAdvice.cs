using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator.Advice;

/// <summary>Layers that compute what nothing reads, as where <c>From</c> leads past them.</summary>
internal static class ReadingAdvice
{
    public static IEnumerable<Problem> Find(InspectedNetwork network)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            if (network.Readers(layer).Count == 0 && !network.Leaves(layer))
            {
                yield return network.Sites[layer].Mismatch(
                    RuleIds.UnreadLayer, null,
                    $"{network.Sites[layer].Layer.Kind} is read by nothing: neither a layer nor the output depends on {network.Layers[layer].Name}; remove it, or join it with Add or Concat");
            }
        }
    }
}
