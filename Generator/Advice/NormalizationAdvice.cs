using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator.Advice;

/// <summary>Biases that batch normalisation takes away with the mean.</summary>
internal static class NormalizationAdvice
{
    public static IEnumerable<Problem> Find(InspectedNetwork network)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            IReadOnlyList<int> readers = network.Readers(layer);
            if (readers.Count > 0 && !network.Leaves(layer) && readers.All(reader => network.Layers[reader].Operation is Normalization) && HasBias(network.Layers[layer].Operation))
            {
                LayerSite site = network.Sites[layer];
                string message = $"{site.Layer.Kind} has a bias, which {network.Layers[readers[0]].Name} takes away with the mean; Bias = false saves {Describe.Count(network.Layers[layer].Output.Channels)} parameters";
                Problem problem = network.AreTogether(layer, readers[0])
                    ? site.Doubt(RuleIds.IdleBias, "Bias", message)
                    : site.Mismatch(RuleIds.IdleBias, "Bias", message);
                yield return problem.Mended(new Remedy("Bias", "Use Bias = false", site.Layer.Kind, "Bias=false"));
            }
        }
    }

    private static bool HasBias(Operation operation) => operation switch
    {
        Convolution convolution => convolution.Bias,
        SeparableConvolution separable => separable.Bias,
        VolumeConvolution volume => volume.Bias,
        TransposedConvolution transposed => transposed.Bias,
        FullyConnected dense => dense.Bias,
        _ => false,
    };
}
