namespace NetDsl.Testing.Reference;

/// <summary>A layer with a window along a sequence: the one that does the same to an image of one row.</summary>
public abstract record ReferenceSequence(Window1d Window) : ReferenceLayer
{
    protected abstract ReferenceLayer OverRow { get; }

    public override ReferenceShape Output(ReferenceShape input) => Window1d.Sequence(OverRow.Output(Window1d.Row(input)));

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) =>
        Window1d.Sequence(OverRow.Forward(Window1d.Row(input), parameters));

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients) =>
        Window1d.Sequence(OverRow.Backward(Window1d.Row(input), Window1d.Row(output), Window1d.Row(outputGradient), parameters, gradients));

    public override double KinkDistance(Tensor input) => OverRow.KinkDistance(Window1d.Row(input));
}
