namespace NetDsl.Peers.Onnx;

/// <summary>
/// An ONNX model under construction, with the parameters of one of our networks. Everything is single precision and has a fixed
/// shape; activations are batch x channels x height x width, as ONNX has them.
/// </summary>
/// <remarks>Field numbers are those of the ONNX project's schema, <c>onnx.proto</c>.</remarks>
internal sealed class OnnxGraph(ParameterSet parameters, int batch)
{
    private const string InputName = "input";
    private const int FormatVersion = 8, OperatorSet = 17, FloatType = 1;

    private readonly ProtobufMessage graph = new ProtobufMessage().Text(2, "network");
    private long[] inputShape = [];
    private int nodes;

    public int Batch => batch;

    /// <summary>The model's input.</summary>
    public OnnxValue Input(int height, int width, int channels)
    {
        var input = new OnnxValue(this, InputName, height, width, channels);
        inputShape = input.Shape;
        graph.Nested(11, Declaration(InputName, inputShape));
        return input;
    }

    /// <summary>The finished model.</summary>
    public OnnxModel Finish(OnnxValue output)
    {
        graph.Nested(12, Declaration(output.Name, output.Shape));
        byte[] bytes = new ProtobufMessage()
            .Number(1, FormatVersion)
            .Nested(7, graph)
            .Nested(8, new ProtobufMessage().Text(1, "").Number(2, OperatorSet))
            .ToArray();
        return new OnnxModel(bytes, InputName, inputShape, output.Name, output.Shape);
    }

    public bool Has(string parameter) => parameters.TryGet(parameter, out _);

    public IReadOnlyList<int> ShapeOf(string parameter) => parameters[parameter].Shape;

    /// <summary>Adds a parameter as a constant, its values brought into another order on the way.</summary>
    /// <returns>The constant's name.</returns>
    public string Constant(string parameter, long[] shape, Func<float[], float[]>? reorder = null)
    {
        var values = new float[parameters[parameter].Length];
        parameters[parameter].CopyTo(values);
        graph.Nested(5, new ProtobufMessage().Numbers(1, shape).Number(2, FloatType).Text(8, parameter).Floats(9, reorder?.Invoke(values) ?? values));
        return parameter;
    }

    /// <summary>Adds an operator.</summary>
    /// <returns>The name of its output.</returns>
    public string Node(string type, IEnumerable<string> inputs, params OnnxAttribute[] attributes)
    {
        string name = $"{type}{++nodes}";
        var node = new ProtobufMessage();
        foreach (string input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, name).Text(3, name).Text(4, type);
        foreach (OnnxAttribute attribute in attributes)
        {
            node.Nested(5, attribute.Message);
        }

        graph.Nested(1, node);
        return name;
    }

    private static ProtobufMessage Declaration(string name, long[] shape)
    {
        var dimensions = new ProtobufMessage();
        foreach (long dimension in shape)
        {
            dimensions.Nested(1, new ProtobufMessage().Number(1, dimension));
        }

        var tensor = new ProtobufMessage().Number(1, FloatType).Nested(2, dimensions);
        return new ProtobufMessage().Text(1, name).Nested(2, new ProtobufMessage().Nested(1, tensor));
    }
}
