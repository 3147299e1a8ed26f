using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>The sum over windows side by side, times a coefficient and plus a bias of each channel's own (LeCun et al. 1998).</summary>
internal sealed record Subsampling(Shape Input, Shape Output, Axis Height, Axis Width) : Operation(Input, Output)
{
    public int Area => Height.Kernel * Width.Kernel;

    public override EquatableArray<ParameterModel> Parameters => new[] { Vector("coefficient", 1.0 / Area), Vector("bias", 0) }.ToEquatableArray();

    public override (Axis Height, Axis Width)? Window => (Height, Width);

    public override string Description => $"{Height.Kernel}x{Width.Kernel}, a coefficient and a bias for each of {Input.Channels} channels";

    private ParameterModel Vector(string name, double start) =>
        new(name, new[] { Input.Channels }.ToEquatableArray(), Initializer.Zeros, 1, Area, 1, start);
}
