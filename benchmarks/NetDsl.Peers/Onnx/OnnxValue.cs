namespace NetDsl.Peers.Onnx;

/// <summary>
/// A value in an ONNX graph with its shape, and the layers that can follow it. Layers take the parameters of the layer of that
/// path in our network; kernels and channels are read from the parameters' shapes.
/// </summary>
internal sealed record OnnxValue(OnnxGraph Graph, string Name, int Height, int Width, int Channels)
{
    public long[] Shape => IsImage ? [Graph.Batch, Channels, Height, Width] : [Graph.Batch, Channels];

    private bool IsImage => Height > 0;

    public OnnxValue Conv(string layer, int stride = 1, int pad = 0)
    {
        IReadOnlyList<int> kernel = Graph.ShapeOf($"{layer}.weight");
        long filters = kernel[3];
        string weight = Graph.Constant(
            $"{layer}.weight",
            [filters, kernel[2], kernel[0], kernel[1]],
            values => Layout.FiltersFirst(values, kernel[0] * kernel[1], kernel[2], kernel[3]));
        return Convolved(layer, weight, (int)filters, kernel[0], stride, pad, groups: 1);
    }

    public OnnxValue DepthwiseConv(string layer, int stride = 1, int pad = 0)
    {
        IReadOnlyList<int> kernel = Graph.ShapeOf($"{layer}.weight");
        int filters = kernel[2] * kernel[3];
        string weight = Graph.Constant(
            $"{layer}.weight",
            [filters, 1, kernel[0], kernel[1]],
            values => Layout.FiltersFirst(values, kernel[0] * kernel[1], 1, filters));
        return Convolved(layer, weight, filters, kernel[0], stride, pad, groups: kernel[2]);
    }

    public OnnxValue BatchNorm(string layer, float epsilon = 1e-3f)
    {
        string[] vectors = [.. new[] { "gamma", "beta", "moving_mean", "moving_var" }.Select(vector => Graph.Constant($"{layer}.{vector}", [Channels]))];
        return this with { Name = Graph.Node("BatchNormalization", [Name, .. vectors], OnnxAttribute.Real("epsilon", epsilon)) };
    }

    public OnnxValue Relu() => this with { Name = Graph.Node("Relu", [Name]) };

    public OnnxValue MaxPool(int window, int stride, int pad = 0, bool ceil = false)
    {
        string name = Graph.Node(
            "MaxPool",
            [Name],
            OnnxAttribute.Numbers("kernel_shape", window, window),
            OnnxAttribute.Numbers("strides", stride, stride),
            OnnxAttribute.Numbers("pads", pad, pad, pad, pad),
            OnnxAttribute.Number("ceil_mode", ceil ? 1 : 0));
        int slack = 2 * pad - window + (ceil ? stride - 1 : 0);
        return this with { Name = name, Height = (Height + slack) / stride + 1, Width = (Width + slack) / stride + 1 };
    }

    public OnnxValue GlobalAvgPool() => this with { Name = Graph.Node("GlobalAveragePool", [Name]), Height = 1, Width = 1 };

    /// <summary>A dense layer; an image is flattened before it, and the weights' rows are brought into the order that this gives.</summary>
    public OnnxValue Dense(string layer)
    {
        IReadOnlyList<int> shape = Graph.ShapeOf($"{layer}.weight");
        string input = IsImage ? Graph.Node("Flatten", [Name]) : Name;
        string weight = Graph.Constant(
            $"{layer}.weight",
            [shape[0], shape[1]],
            IsImage ? values => Layout.RowsByChannel(values, Height * Width, Channels, shape[1]) : null);
        string bias = Graph.Constant($"{layer}.bias", [shape[1]]);
        return new OnnxValue(Graph, Graph.Node("Gemm", [input, weight, bias]), 0, 0, shape[1]);
    }

    public OnnxValue Add(OnnxValue other) => this with { Name = Graph.Node("Add", [Name, other.Name]) };

    public static OnnxValue Concat(params OnnxValue[] values) => values[0] with
    {
        Name = values[0].Graph.Node("Concat", [.. values.Select(value => value.Name)], OnnxAttribute.Number("axis", 1)),
        Channels = values.Sum(value => value.Channels),
    };

    private OnnxValue Convolved(string layer, string weight, int filters, int kernel, int stride, int pad, int groups)
    {
        string[] bias = Graph.Has($"{layer}.bias") ? [Graph.Constant($"{layer}.bias", [filters])] : [];
        string name = Graph.Node(
            "Conv",
            [Name, weight, .. bias],
            OnnxAttribute.Numbers("kernel_shape", kernel, kernel),
            OnnxAttribute.Numbers("strides", stride, stride),
            OnnxAttribute.Numbers("pads", pad, pad, pad, pad),
            OnnxAttribute.Number("group", groups));
        return new OnnxValue(Graph, name, (Height + 2 * pad - kernel) / stride + 1, (Width + 2 * pad - kernel) / stride + 1, filters);
    }
}
