namespace NetDsl.Testing.Reference;

/// <summary>A depthwise convolution without bias, then one of 1x1.</summary>
public sealed record ReferenceSeparableConv2d(Window2d Window, int Filters) : ReferenceLayer
{
    public ReferenceSeparableConv2d(int height, int width, int filters, bool same = false)
        : this(new Window2d(height, width) { Same = same }, filters)
    {
    }

    public int Multiplier { get; init; } = 1;

    public bool Bias { get; init; } = true;

    public override string Kind => "SeparableConv2d";

    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Height}, {Window.Width}, {Filters}",
        .. Window.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(1, 1),
        .. Multiplier == 1 ? Array.Empty<string>() : [$"Multiplier = {Multiplier}"],
        .. Bias ? Array.Empty<string>() : ["Bias = false"],
    ];

    private ReferenceDepthwiseConv2d Depthwise => new(Window) { Multiplier = Multiplier, Bias = false };

    private ReferenceConv2d Pointwise => new(1, 1, Filters) { Bias = Bias };

    public override ReferenceShape Output(ReferenceShape input) => Pointwise.Output(Depthwise.Output(input));

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input)
    {
        (string, int[] Shape) depthwise = Depthwise.Parameters(input)[0];
        IReadOnlyList<(string, int[] Shape)> pointwise = Pointwise.Parameters(Depthwise.Output(input));
        return [("weight_depthwise", depthwise.Shape), ("weight_pointwise", pointwise[0].Shape), .. pointwise.Skip(1)];
    }

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) =>
        Pointwise.Forward(Depthwise.Forward(input, [parameters[0]]), [.. parameters.Skip(1)]);

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        Tensor between = Depthwise.Forward(input, [parameters[0]]);
        Tensor gradient = Pointwise.Backward(between, output, outputGradient, [.. parameters.Skip(1)], [.. gradients.Skip(1)]);
        return Depthwise.Backward(input, between, gradient, [parameters[0]], [gradients[0]]);
    }
}
