using System.Text;

namespace NetDsl.Testing.Reference;

/// <summary>Layers one after the other in double precision, and the declaration that should compute the same.</summary>
public sealed class ReferenceNetwork
{
    private readonly ReferenceShape[] inputs;

    public ReferenceNetwork(ReferenceShape input, IEnumerable<ReferenceLayer> layers, ReferenceLoss? loss = null)
    {
        Layers = [.. layers];
        Loss = loss;
        inputs = new ReferenceShape[Layers.Count + 1];
        inputs[0] = input;
        for (int i = 0; i < Layers.Count; i++)
        {
            inputs[i + 1] = Layers[i].Output(inputs[i]);
        }

        Parameters = [.. LayerNames().SelectMany((name, i) => Layers[i].Parameters(inputs[i])
            .Select(parameter => new ReferenceParameter($"{name}.{parameter.Name}", parameter.Shape, i)))];
    }

    public IReadOnlyList<ReferenceLayer> Layers { get; }

    public ReferenceLoss? Loss { get; }

    /// <summary>What the declaration says of the network itself, such as <c>Precision = Precision.Exact</c>.</summary>
    public string Arguments { get; init; } = "";

    public ReferenceShape Input => inputs[0];

    public ReferenceShape Output => inputs[^1];

    /// <summary>All parameters in layer order, with their values and the gradients of the last backward pass.</summary>
    public IReadOnlyList<ReferenceParameter> Parameters { get; }

    /// <summary>The shape that leaves a layer.</summary>
    public ReferenceShape OutputOf(int layer) => inputs[layer + 1];

    /// <summary>The output of every layer, after the input itself; the last one enters the loss.</summary>
    public IReadOnlyList<Tensor> Forward(Tensor input)
    {
        var values = new List<Tensor> { input };
        for (int i = 0; i < Layers.Count; i++)
        {
            values.Add(Layers[i].Forward(values[i], Values(i)));
        }

        return values;
    }

    /// <summary>What the network predicts for a batch.</summary>
    public Tensor Predict(Tensor input)
    {
        Tensor logits = PredictLogits(input);
        return Loss?.Predict(logits) ?? logits;
    }

    /// <summary>What enters the loss in prediction.</summary>
    public Tensor PredictLogits(Tensor input) =>
        Enumerable.Range(0, Layers.Count).Aggregate(input, (value, i) => Layers[i].Predict(value, Values(i)));

    /// <summary>The gradient of sum(y * dy) with respect to the input; those of the parameters are stored with them.</summary>
    public Tensor Backward(IReadOnlyList<Tensor> values, Tensor outputGradient)
    {
        Tensor gradient = outputGradient;
        foreach (ReferenceParameter parameter in Parameters)
        {
            Array.Clear(parameter.Gradient);
        }

        for (int i = Layers.Count - 1; i >= 0; i--)
        {
            gradient = Layers[i].Backward(values[i], values[i + 1], gradient, Values(i), Gradients(i));
        }

        return gradient;
    }

    /// <summary>The smallest distance of any layer's input from a jump of its gradient.</summary>
    public double KinkDistance(IReadOnlyList<Tensor> values) =>
        Layers.Select((layer, i) => layer.KinkDistance(values[i])).Append(double.PositiveInfinity).Min();

    /// <summary>The class as a user writes it.</summary>
    public string Declare(string name, string networkArguments = "")
    {
        networkArguments = string.Join(", ", new[] { Arguments, networkArguments }.Where(part => part.Length > 0));
        var text = new StringBuilder();
        text.AppendLine($"[Network{(networkArguments.Length == 0 ? "" : $"({networkArguments})")}]");
        text.AppendLine($"[Input({Input})]");
        foreach (ReferenceLayer layer in Layers)
        {
            text.AppendLine($"[{layer.Declaration}]");
        }

        if (Loss is not null)
        {
            text.AppendLine($"[{Loss.Declaration}]");
        }

        return text.AppendLine($"public sealed partial class {name};").ToString();
    }

    /// <summary>Given names, or kind and count within the kind, named layers counted too.</summary>
    public IReadOnlyList<string> LayerNames() =>
    [
        .. Layers.Select((layer, i) => layer.Name ?? $"{layer.Kind}{Layers.Take(i + 1).Count(other => other.Kind == layer.Kind)}"),
    ];

    private double[][] Values(int layer) => [.. Of(layer).Select(parameter => parameter.Value)];

    private double[][] Gradients(int layer) => [.. Of(layer).Select(parameter => parameter.Gradient)];

    private IEnumerable<ReferenceParameter> Of(int layer) => Parameters.Where(parameter => parameter.Layer == layer);
}
