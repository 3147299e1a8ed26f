using NetDsl.Generator.Layers;
using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator.Advice;

/// <summary>Linear layers one behind the other, which can do no more than one of them.</summary>
internal static class LinearAdvice
{
    public static IEnumerable<Problem> Find(InspectedNetwork network)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            int before = network.Before(layer);
            if (before >= 0 && IsLinear(network, layer) && IsLinear(network, before) && !IsSeparable(network, before, layer)
                && !network.IsProjection(layer) && !network.IsProjection(before))
            {
                LayerSite site = network.Sites[layer];
                string message = $"{site.Layer.Kind} follows {network.Layers[before].Name} with nothing between; two linear layers in a row can do no more than one: put an activation such as Relu between them";
                yield return network.AreTogether(before, layer)
                    ? site.Own(RuleIds.StackedLinear, null, message)
                    : site.Mismatch(RuleIds.StackedLinear, null, message);
            }
        }
    }

    private static bool IsLinear(InspectedNetwork network, int layer) => !network.Sites[layer].IsStandIn
        && network.Layers[layer].Operation is Convolution or SeparableConvolution or VolumeConvolution or TransposedConvolution or FullyConnected;

    // Space first and channels then, or rows first and columns then: one convolution in two cheap parts.
    private static bool IsSeparable(InspectedNetwork network, int first, int second) =>
        (network.Layers[first].Operation, network.Layers[second].Operation) switch
        {
            (DepthwiseConvolution, Convolution { Height.Kernel: 1, Width.Kernel: 1 }) => true,
            (Convolution { Height.Kernel: 1, Width.Kernel: > 1 }, Convolution { Height.Kernel: > 1, Width.Kernel: 1 }) => true,
            (Convolution { Height.Kernel: > 1, Width.Kernel: 1 }, Convolution { Height.Kernel: 1, Width.Kernel: > 1 }) => true,
            _ => false,
        };
}
