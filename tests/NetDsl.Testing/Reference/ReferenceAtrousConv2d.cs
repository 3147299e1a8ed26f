namespace NetDsl.Testing.Reference;

/// <summary>Convolution whose kernel cells stand apart by the rate.</summary>
public sealed record ReferenceAtrousConv2d(Window2d Window, int Filters, int Rate) : ReferenceLayer
{
    public ReferenceAtrousConv2d(int height, int width, int filters, int rate, bool same = false)
        : this(new Window2d(height, width) { Same = same }, filters, rate)
    {
    }

    public override string Kind => "AtrousConv2d";

    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Height}, {Window.Width}, {Filters}, {Rate}",
        .. Window.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(1, 1),
    ];

    private ReferenceConv2d Dilated => new(Window with { DilationHeight = Rate, DilationWidth = Rate }, Filters);

    public override ReferenceShape Output(ReferenceShape input) => Dilated.Output(input);

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input) => Dilated.Parameters(input);

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) => Dilated.Forward(input, parameters);

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients) =>
        Dilated.Backward(input, output, outputGradient, parameters, gradients);
}
