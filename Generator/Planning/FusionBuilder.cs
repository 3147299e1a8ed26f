using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning.Lowerings;

namespace NetDsl.Generator.Planning;

/// <summary>Makes steps of layers, one after the other.</summary>
internal sealed class FusionBuilder
{
    private readonly ShapedNetwork network;
    private readonly bool training;
    private readonly bool[] needed;
    private readonly int[] uses;
    private readonly int[] valueOf;
    private readonly List<PlanNode> nodes = [];
    private readonly List<PlanValue> values;
    private readonly List<LayerValue> layers = [];
    private int lastLayer = -1;

    public FusionBuilder(ShapedNetwork network, bool training)
    {
        this.network = network;
        this.training = training;
        values = [new("", network.Model.Input, null)];
        valueOf = new int[network.Layers.Count];

        // Training computes every layer, because a user may ask for its activation.
        HashSet<ShapedLayer> predicting = [.. network.PredictingLayers];
        needed = [.. network.Layers.Select(layer => training || predicting.Contains(layer))];
        uses = new int[network.Layers.Count];
        foreach (int layer in network.Layers.Where((_, i) => needed[i]).SelectMany(layer => layer.Sources)
            .Append(network.Main).Concat(training ? network.Heads.Select(head => head.Layer) : []).Where(layer => layer >= 0))
        {
            uses[layer]++;
        }
    }

    public Fusion Build()
    {
        for (int i = 0; i < network.Layers.Count; i++)
        {
            if (needed[i])
            {
                i += Add(i);
            }
        }

        int output = Value(network.Main);
        int[] heads = training ? [.. network.Heads.Select(head => Value(head.Layer))] : [];
        return ContiguousInputs.Ensure(new Fusion(nodes, values, layers, output, heads, PlanOptions.Of(network, training)));
    }

    private int Value(int layer) => layer < 0 ? 0 : valueOf[layer];

    /// <summary>Adds a layer; the result is the number of further layers that it took in.</summary>
    private int Add(int index)
    {
        ShapedLayer layer = network.Layers[index];
        if (layer.Operation is Flattening || (!training && layer.Operation is Dropping))
        {
            valueOf[index] = Value(layer.Sources[0]);
            layers.Add(new LayerValue(layer.Name, valueOf[index], -1));
            return 0;
        }

        EquatableArray<Operation> stages = layer.Operation.Stages;
        Operation last = stages[stages.Count - 1];
        FoldedNorm? norm = !training && Lowering.Of(last).Folds(last) && Only<Normalization>(index) is { } found
            ? new FoldedNorm(network.Layers[index + 1].Name.Replace('.', '_'), found) : null;
        int end = norm is null ? index : index + 1;
        ActivationSpec? fused = FusedBehind(last, end);
        int[] inputs = Inputs(layer);
        if (Residual(layer, inputs) is { } other)
        {
            return AddToLast(index, other, fused);
        }

        for (int stage = 0; stage < stages.Count - 1; stage++)
        {
            inputs = [AddNode(layer.Name, $"{layer.Name}_stage{stage + 1}", stages[stage], null, null, inputs)];
        }

        int value = AddNode(layer.Name, layer.Name, last, fused, norm, inputs);
        end += fused is null ? 0 : 1;
        for (int i = index; i <= end; i++)
        {
            valueOf[i] = value;
            layers.Add(new LayerValue(network.Layers[i].Name, value, i < end && fused is not null ? nodes.Count - 1 : -1));
        }

        lastLayer = end;
        return end - index;
    }

    /// <summary>The next layer's operation, where it is of that kind and the only one to read this layer.</summary>
    private T? Only<T>(int index)
        where T : Operation => index + 1 < network.Layers.Count && needed[index + 1] && uses[index] == 1
            && network.Layers[index + 1] is { Operation: T operation } next && next.Sources[0] == index ? operation : null;

    private int AddNode(string layer, string output, Operation operation, ActivationSpec? fused, FoldedNorm? norm, int[] inputs)
    {
        nodes.Add(new PlanNode(layer, operation, fused, norm, inputs.ToEquatableArray(), values.Count));
        Shape physical = Lowering.Of(operation).KeepsForm ? values[inputs[0]].Shape : operation.Output;
        values.Add(new PlanValue(output.Replace('.', '_'), physical, fused));
        return values.Count - 1;
    }

    /// <summary>
    /// Of a sum of two the value that the last node can add to its own result; null where it cannot, or where somebody else reads
    /// the node's result too.
    /// </summary>
    private int? Residual(ShapedLayer layer, int[] inputs)
    {
        if (training || layer.Operation is not Addition || inputs.Length != 2 || inputs[0] == inputs[1])
        {
            return null;
        }

        PlanNode last = nodes[nodes.Count - 1];
        int slot = Enumerable.Range(0, inputs.Length).First(i => i == 1 || layer.Sources[i] == lastLayer);
        return layer.Sources[slot] == lastLayer && uses[lastLayer] == 1 && inputs[slot] == last.Output
            && last is { Fused: null, Adds: false } && Lowering.Of(last.Operation).AddsResidual && values[inputs[0]].Shape == values[inputs[1]].Shape
            ? inputs[1 - slot]
            : null;
    }

    private int AddToLast(int index, int other, ActivationSpec? fused)
    {
        PlanNode last = nodes[nodes.Count - 1];
        nodes[nodes.Count - 1] = last with { Fused = fused, Inputs = last.Inputs.Append(other).ToEquatableArray(), Adds = true };
        values[last.Output] = values[last.Output] with { Activation = fused };
        int end = index + (fused is null ? 0 : 1);
        for (int i = index; i <= end; i++)
        {
            valueOf[i] = last.Output;
        }

        return end - index;
    }

    private ActivationSpec? FusedBehind(Operation operation, int index)
    {
        if (Only<Activation>(index) is not { } activation)
        {
            return null;
        }

        // Training would overwrite the input that the derivative is computed from.
        ActivationSpec candidate = ActivationSpec.Of(activation);
        return Lowering.Of(operation).Fuses && !(training && candidate.DerivativeFromInput) ? candidate : null;
    }

    // Values stand as pictures until somebody counts their features as channels.
    private int[] Inputs(ShapedLayer layer)
    {
        int[] inputs = [.. layer.Sources.Select(Value)];
        InputForm form = Lowering.Of(layer.Operation.Stages[0]).Form(layer.Operation.Stages[0]);
        bool agree = inputs.All(input => values[input].Shape == values[inputs[0]].Shape);
        if (form == InputForm.AnyContiguous || (form == InputForm.AsItStands && agree))
        {
            return inputs;
        }

        for (int slot = 0; slot < inputs.Length; slot++)
        {
            Shape stands = values[inputs[slot]].Shape;
            if (stands.Length != stands.Channels && Source(layer, slot).Rank == 0)
            {
                var flat = new Flattening(stands, Shape.Features((int)stands.Length));
                inputs[slot] = AddNode(layer.Name, $"{layer.Name}_x{(slot == 0 ? "" : slot.ToString(System.Globalization.CultureInfo.InvariantCulture))}", flat, null, null, [inputs[slot]]);
            }
        }

        return inputs;
    }

    private Shape Source(ShapedLayer layer, int slot) =>
        layer.Sources[slot] < 0 ? network.Model.Input : network.Layers[layer.Sources[slot]].Output;
}
