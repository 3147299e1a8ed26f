namespace NetDsl.Testing.Reference;

/// <summary>The same values as a vector.</summary>
public sealed record ReferenceFlatten : ReferenceLayer
{
    public override string Kind => "Flatten";

    public override ReferenceShape Output(ReferenceShape input) => ReferenceShape.Features(input.Length);

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) =>
        new(input.Batch, Output(input.Shape), input.Values);

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients) =>
        new(input.Batch, input.Shape, outputGradient.Values);
}
