using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Generator.Advice;

/// <summary>A softmax whose values enter a loss that applies one itself.</summary>
internal static class SoftmaxAdvice
{
    public static IEnumerable<Problem> Find(InspectedNetwork network)
    {
        if (network.Network.Loss is not { Kind: "SoftmaxCrossEntropy" } loss)
        {
            yield break;
        }

        foreach (int end in network.Network.Heads.Select(head => head.Layer).Prepend(network.Network.Main).Where(end => end >= 0))
        {
            int layer = network.Layers[end].Operation is Flattening ? network.Before(end) : end;
            if (layer >= 0 && network.Layers[layer].Operation is SoftmaxFunction)
            {
                yield return network.Sites[layer].Mismatch(
                    RuleIds.DoubleSoftmax, null,
                    $"{network.Layers[layer].Kind} stands before {loss.Kind}, which applies a softmax itself, in prediction too; remove it")
                    .Mended(new Remedy("Remove", $"Remove {network.Layers[layer].Kind}", network.Layers[layer].Kind, Remedy.Remove));
            }
        }
    }
}
