namespace NetDsl.Testing.Reference;

/// <summary>The mean or the maximum of every channel over all cells of a sequence or a volume: that of an image with as many cells in a row.</summary>
public sealed record ReferenceGlobalPool(int Rank, bool Maximum) : ReferenceLayer
{
    public override string Kind => $"Global{(Maximum ? "Max" : "Avg")}Pool{Rank}d";

    private ReferenceLayer OverRow => Maximum ? new ReferenceGlobalMaxPool2d() : new ReferenceGlobalAvgPool2d();

    public override ReferenceShape Output(ReferenceShape input) => ReferenceShape.Features(input.Channels);

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) => OverRow.Forward(Row(input), parameters);

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients) =>
        new(input.Batch, input.Shape, OverRow.Backward(Row(input), output, outputGradient, parameters, gradients).Values);

    public override double KinkDistance(Tensor input) => OverRow.KinkDistance(Row(input));

    private static Tensor Row(Tensor input) =>
        new(input.Batch, new ReferenceShape(1, input.Shape.Length / input.Channels, input.Channels), input.Values);
}
