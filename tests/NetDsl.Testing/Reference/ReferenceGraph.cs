namespace NetDsl.Testing.Reference;

/// <summary>
/// Layers on branches in double precision: every node reads nodes before it, number 0 is the input. Tests declare the class that
/// should compute the same by hand, because how a graph is written is what they are about.
/// </summary>
public sealed class ReferenceGraph
{
    private readonly List<Node> nodes = [];
    private readonly List<ReferenceParameter> parameters = [];

    public ReferenceGraph(ReferenceShape input) => nodes.Add(new Node("", null, [], input));

    /// <summary>All parameters in the order of their layers, with values and the gradients of the last backward pass.</summary>
    public IReadOnlyList<ReferenceParameter> Parameters => parameters;

    /// <summary>Nodes whose outputs enter the loss, the main one first, with the weights of their losses.</summary>
    public List<(int Node, double Weight)> Outputs { get; } = [];

    public int Count => nodes.Count;

    public string NameOf(int node) => nodes[node].Name;

    public ReferenceShape ShapeOf(int node) => nodes[node].Output;

    /// <summary>Adds a layer under its full path and returns its number.</summary>
    public int Add(string name, ReferenceLayer layer, int source)
    {
        ReferenceShape input = nodes[source].Output;
        nodes.Add(new Node(name, layer, [source], layer.Output(input)));
        parameters.AddRange(layer.Parameters(input).Select(parameter => new ReferenceParameter($"{name}.{parameter.Name}", parameter.Shape, nodes.Count - 1)));
        return nodes.Count - 1;
    }

    /// <summary>Adds layers one after the other, each named by its kind and the numbers given.</summary>
    public int Chain(int source, params (string Name, ReferenceLayer Layer)[] layers) =>
        layers.Aggregate(source, (node, layer) => Add(layer.Name, layer.Layer, node));

    public int Sum(string name, params int[] sources)
    {
        nodes.Add(new Node(name, null, sources, nodes[sources[0]].Output));
        return nodes.Count - 1;
    }

    public int Concat(string name, params int[] sources)
    {
        int channels = sources.Sum(source => nodes[source].Output.Channels);
        nodes.Add(new Node(name, null, sources, nodes[sources[0]].Output with { Channels = channels }));
        return nodes.Count - 1;
    }

    /// <summary>What every node gives, the input first.</summary>
    public IReadOnlyList<Tensor> Forward(Tensor input)
    {
        var values = new List<Tensor> { input };
        for (int node = 1; node < nodes.Count; node++)
        {
            values.Add(Forward(nodes[node], node, [.. nodes[node].Sources.Select(source => values[source])]));
        }

        return values;
    }

    /// <summary>What every node gives in prediction.</summary>
    public IReadOnlyList<Tensor> Predict(Tensor input)
    {
        var values = new List<Tensor> { input };
        for (int node = 1; node < nodes.Count; node++)
        {
            Tensor[] inputs = [.. nodes[node].Sources.Select(source => values[source])];
            values.Add(nodes[node].Layer?.Predict(inputs[0], Values(node)) ?? Forward(nodes[node], node, inputs));
        }

        return values;
    }

    /// <summary>The layer that a parameter belongs to.</summary>
    public ReferenceLayer LayerOf(ReferenceParameter parameter) => nodes[parameter.Layer].Layer!;

    /// <summary>The gradient with respect to the input of the sum over outputs of sum(y * dy); those of the parameters are stored with them.</summary>
    public Tensor Backward(IReadOnlyList<Tensor> values, IEnumerable<(int Node, Tensor Gradient)> outputs)
    {
        Tensor[] gradients = [.. values.Select(value => new Tensor(value.Batch, value.Shape))];
        foreach ((int node, Tensor gradient) in outputs)
        {
            Accumulate(gradients[node], gradient.Values);
        }

        foreach (ReferenceParameter parameter in parameters)
        {
            Array.Clear(parameter.Gradient);
        }

        for (int node = nodes.Count - 1; node > 0; node--)
        {
            Backward(node, values, gradients);
        }

        return gradients[0];
    }

    /// <summary>The smallest distance of any layer's input from a jump of its gradient.</summary>
    public double KinkDistance(IReadOnlyList<Tensor> values) => nodes
        .Where(node => node.Layer is not null)
        .Select(node => node.Layer!.KinkDistance(values[node.Sources[0]]))
        .Append(double.PositiveInfinity)
        .Min();

    private Tensor Forward(Node node, int index, Tensor[] inputs)
    {
        if (node.Layer is not null)
        {
            return node.Layer.Forward(inputs[0], Values(index));
        }

        var output = new Tensor(inputs[0].Batch, node.Output);
        foreach ((Tensor input, int channel) in Placed(node, inputs))
        {
            ForEach(input, node.Output, channel, (from, to) => output.Values[to] += input.Values[from]);
        }

        return output;
    }

    private void Backward(int index, IReadOnlyList<Tensor> values, Tensor[] gradients)
    {
        Node node = nodes[index];
        if (node.Layer is not null)
        {
            int source = node.Sources[0];
            Accumulate(gradients[source], node.Layer.Backward(values[source], values[index], gradients[index], Values(index), Gradients(index)).Values);
            return;
        }

        foreach ((Tensor gradient, int channel) in Placed(node, [.. node.Sources.Select(source => gradients[source])]))
        {
            ForEach(gradient, node.Output, channel, (from, to) => gradient.Values[from] += gradients[index].Values[to]);
        }
    }

    // A sum has all its inputs at channel 0, a concatenation one behind the other.
    private static IEnumerable<(Tensor Input, int Channel)> Placed(Node node, Tensor[] inputs)
    {
        int channel = 0;
        bool sum = inputs.All(input => input.Channels == node.Output.Channels);
        foreach (Tensor input in inputs)
        {
            yield return (input, channel);
            channel += sum ? 0 : input.Channels;
        }
    }

    private static void ForEach(Tensor part, ReferenceShape whole, int channel, Action<int, int> visit)
    {
        for (int i = 0; i < part.Values.Length; i++)
        {
            visit(i, (i / part.Channels * whole.Channels) + channel + (i % part.Channels));
        }
    }

    private static void Accumulate(Tensor sum, double[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            sum.Values[i] += values[i];
        }
    }

    private double[][] Values(int node) => [.. parameters.Where(parameter => parameter.Layer == node).Select(parameter => parameter.Value)];

    private double[][] Gradients(int node) => [.. parameters.Where(parameter => parameter.Layer == node).Select(parameter => parameter.Gradient)];

    private sealed record Node(string Name, ReferenceLayer? Layer, int[] Sources, ReferenceShape Output);
}
