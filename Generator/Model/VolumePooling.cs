namespace NetDsl.Generator.Model;

/// <summary>A maximum or a mean over windows of a volume; padded cells never count.</summary>
internal sealed record VolumePooling(Shape Input, Shape Output, Axis Depth, Axis Height, Axis Width, bool Maximum, bool Same) : Operation(Input, Output)
{
    public override (Axis Height, Axis Width)? Window => (Height, Width);

    public override string Description =>
        $"{(Maximum ? "maximum" : "mean")} of {Describe.Kernel(Axes)}{Describe.Window(Axes, Same, defaultStride: 0)}";

    private Axis[] Axes => [Depth, Height, Width];
}
