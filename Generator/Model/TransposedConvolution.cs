using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>
/// A transposed convolution, which runs a convolution's input gradient forward: kernel layout spatial x out x in. The axes are
/// those of that convolution, so they lead from this operation's output to its input.
/// </summary>
internal sealed record TransposedConvolution(
    Shape Input, Shape Output, Axis Depth, Axis Height, Axis Width, bool Bias,
    Initializer Init, double InitScale, double BiasInit, bool Same) : Operation(Input, Output)
{
    public int Filters => Output.Channels;

    private Axis[] Axes => Input.Rank switch
    {
        1 => [Width],
        2 => [Height, Width],
        _ => [Depth, Height, Width],
    };

    private int Volume => Depth.Kernel * Height.Kernel * Width.Kernel;

    // Neighbouring windows stand a stride apart, so a cell lies under every stride-th tap alone.
    private int TapsOfCell => Axes.Aggregate(1, (product, axis) => product * ((axis.Kernel + axis.Stride - 1) / axis.Stride));

    public override EquatableArray<ParameterModel> Parameters => KernelParameters.Of(
        new ParameterModel(
            "weight", Axes.Select(axis => axis.Kernel).Concat([Filters, Input.Channels]).ToEquatableArray(),
            Init, InitScale, FanIn: TapsOfCell * Input.Channels, FanOut: Volume * Filters),
        Bias ? Filters : 0, BiasInit);

    public override long Multiplies => Input.Length * Volume * Filters;

    public override (Axis Height, Axis Width)? Window => (Height, Width);

    public override bool Transposed => true;

    public override string Description
    {
        get
        {
            string stride = string.Join("x", Axes.Select(axis => axis.Stride).Distinct().Count() == 1 ? [Axes[0].Stride] : Axes.Select(axis => axis.Stride));
            return $"{Describe.Kernel(Axes)}, {Filters} filters{(Same ? ", Same" : "")}{(stride == "1" ? "" : $", stride {stride}")}";
        }
    }
}
