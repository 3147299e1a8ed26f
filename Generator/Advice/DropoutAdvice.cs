using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator.Advice;

/// <summary>Dropout where it does harm: on the outputs themselves, or before statistics that prediction does not find again.</summary>
internal static class DropoutAdvice
{
    public static IEnumerable<Problem> Find(InspectedNetwork network)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            if (network.Layers[layer].Operation is not Dropping { Rate: > 0 })
            {
                continue;
            }

            LayerSite site = network.Sites[layer];
            if (network.Leaves(layer))
            {
                yield return site.Mismatch(
                    RuleIds.MisplacedDropout, null,
                    $"{site.Layer.Kind} is the last layer, so that training sets outputs themselves to zero; put it before the last layer with weights");
            }
            else if (Normalized(network, layer) is { } norm)
            {
                string message = $"{site.Layer.Kind} stands before {network.Layers[norm].Name}, whose variance in prediction is then not that of training (Li et al. 2018); put it behind the normalisation";
                yield return network.AreTogether(layer, norm)
                    ? site.Own(RuleIds.MisplacedDropout, null, message)
                    : site.Mismatch(RuleIds.MisplacedDropout, null, message);
            }
        }
    }

    private static int? Normalized(InspectedNetwork network, int layer)
    {
        foreach (int reader in network.Readers(layer))
        {
            int? found = network.Layers[reader].Operation switch
            {
                Normalization => reader,
                Activation or Flattening => Normalized(network, reader),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
