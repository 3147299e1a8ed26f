namespace NetDsl.Testing.Reference;

/// <summary>The maximum of every channel over all cells: one window as large as the image.</summary>
public sealed record ReferenceGlobalMaxPool2d : ReferenceLayer
{
    public override string Kind => "GlobalMaxPool2d";

    public override ReferenceShape Output(ReferenceShape input) => ReferenceShape.Features(input.Channels);

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) =>
        new(input.Batch, Output(input.Shape), Whole(input).Forward(input, parameters).Values);

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        ReferenceMaxPool2d whole = Whole(input);
        Tensor Cell(Tensor features) => new(input.Batch, whole.Output(input.Shape), features.Values);
        return whole.Backward(input, Cell(output), Cell(outputGradient), parameters, gradients);
    }

    public override double KinkDistance(Tensor input) => Whole(input).KinkDistance(input);

    private static ReferenceMaxPool2d Whole(Tensor input) => new(input.Height, input.Width);
}
