using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>A convolution (cross-correlation) over depth, height and width, kernel layout depth x height x width x in/groups x out.</summary>
internal sealed record VolumeConvolution(
    Shape Input, Shape Output, Axis Depth, Axis Height, Axis Width, int Groups, bool Bias,
    Initializer Init, double InitScale, double BiasInit, bool Same) : Operation(Input, Output)
{
    public int InputChannels => Input.Channels / Groups;

    public int Filters => Output.Channels;

    /// <summary>Which input maps every filter sees; null where it sees all of its group.</summary>
    public ConnectionTable? Connections { get; init; }

    private Axis[] Axes => [Depth, Height, Width];

    private int Volume => Depth.Kernel * Height.Kernel * Width.Kernel;

    public override EquatableArray<ParameterModel> Parameters => KernelParameters.Of(
        new ParameterModel(
            "weight", Axes.Select(axis => axis.Kernel).Concat([InputChannels, Filters]).ToEquatableArray(),
            Init, InitScale, FanIn: Volume * InputChannels, FanOut: Volume * (Filters / Groups)).Connect(Connections),
        Bias ? Filters : 0, BiasInit);

    public override long Multiplies => Output.Length / Filters * Volume * (Connections?.Count ?? (long)InputChannels * Filters);

    public override (Axis Height, Axis Width)? Window => (Height, Width);

    public override string Description =>
        $"{Describe.Kernel(Axes)}, {Filters} filters{Describe.Window(Axes, Same, defaultStride: 1)}" + (Groups > 1 ? $", {Groups} groups" : "")
        + (Connections is null ? "" : $", {Connections.Count} connections");
}
