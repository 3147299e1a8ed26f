using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Joins activations with the layer before them and removes layers that compute nothing.</summary>
/// <param name="Nodes">The steps in order.</param>
/// <param name="Values">What they read and write; the network's input first.</param>
/// <param name="Layers">For every declared layer the value that holds its output, and the node whose sums it is before an activation, or -1.</param>
internal sealed record Fusion(
    EquatableArray<PlanNode> Nodes,
    EquatableArray<PlanValue> Values,
    EquatableArray<LayerValue> Layers)
{
    public static Fusion Of(ShapedNetwork network, bool training)
    {
        var nodes = new List<PlanNode>();
        var values = new List<PlanValue> { new("", network.Model.Input, null) };
        var layers = new List<LayerValue>();
        int Value(int layer) => layer < 0 ? 0 : layers[layer].Value;
        for (int i = 0; i < network.Layers.Count; i++)
        {
            ShapedLayer layer = network.Layers[i];
            int input = Value(layer.Sources[0]);
            if (layer.Operation is Flattening || (!training && layer.Operation is Dropping))
            {
                layers.Add(new LayerValue(layer.Name, input, -1, layer.Output));
                continue;
            }

            ActivationSpec? fused = null;
            if (layer.Operation is Convolution or FullyConnected
                && i + 1 < network.Layers.Count
                && network.Layers[i + 1] is { Operation: Activation activation } next
                && next.Sources.Count == 1 && next.Sources[0] == i
                && network.Layers.Count(other => other.Sources.Contains(i)) == 1)
            {
                // Training would overwrite the input that the derivative is computed from.
                ActivationSpec candidate = ActivationSpec.Of(activation);
                fused = training && candidate.DerivativeFromInput ? null : candidate;
            }

            nodes.Add(new PlanNode(layer.Name, layer.Operation, fused, input, values.Count));
            layers.Add(new LayerValue(layer.Name, values.Count, fused is null ? -1 : nodes.Count - 1, layer.Output));
            Shape physical = layer.Operation is Activation or SoftmaxFunction or Dropping ? values[input].Shape : layer.Output;
            values.Add(new PlanValue(layer.Name.Replace('.', '_'), physical, fused));
            if (fused is not null)
            {
                i++;
                layers.Add(new LayerValue(network.Layers[i].Name, values.Count - 1, -1, network.Layers[i].Output));
            }
        }

        return new Fusion(nodes.ToEquatableArray(), values.ToEquatableArray(), layers.ToEquatableArray());
    }

    /// <summary>The value that the loss, or the user, gets.</summary>
    public int Output => Layers.Count == 0 ? 0 : Layers[Layers.Count - 1].Value;

    /// <summary>The zeros that the readers of a value want around it.</summary>
    public Halo HaloOf(int value) => Nodes
        .Where(node => node.Input == value)
        .Select(node => node.Operation is Convolution convolution ? Halo.Of(convolution.Height, convolution.Width) : default)
        .Aggregate(default(Halo), Halo.Max);
}

/// <summary>Where a declared layer's output is found.</summary>
/// <param name="Name">The layer's path.</param>
/// <param name="Value">The value; after the activation where one is fused.</param>
/// <param name="LinearNode">The node that computes the layer's own output, before a fused activation; -1 where the value is it.</param>
/// <param name="Shape">The layer's output as declared.</param>
internal sealed record LayerValue(string Name, int Value, int LinearNode, Shape Shape);
