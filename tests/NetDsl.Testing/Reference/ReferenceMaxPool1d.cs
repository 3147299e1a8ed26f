namespace NetDsl.Testing.Reference;

/// <summary>The maximum of every window of a sequence: that of an image of one row.</summary>
public sealed record ReferenceMaxPool1d(Window1d Window) : ReferenceLayer
{
    public ReferenceMaxPool1d(int length, bool same = false)
        : this(new Window1d(length) { Same = same, Stride = length })
    {
    }

    public override string Kind => "MaxPool1d";

    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Length}",
        .. Window.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(Window.Length),
    ];

    private ReferenceMaxPool2d OverRow => new(Window.OverRow);

    public override ReferenceShape Output(ReferenceShape input) => Window1d.Sequence(OverRow.Output(Window1d.Row(input)));

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) =>
        Window1d.Sequence(OverRow.Forward(Window1d.Row(input), parameters));

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients) =>
        Window1d.Sequence(OverRow.Backward(Window1d.Row(input), Window1d.Row(output), Window1d.Row(outputGradient), parameters, gradients));

    public override double KinkDistance(Tensor input) => OverRow.KinkDistance(Window1d.Row(input));
}
