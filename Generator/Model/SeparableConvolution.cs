using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>A convolution of every channel by itself, then one that mixes the channels of each cell; the bias comes at the end.</summary>
internal sealed record SeparableConvolution(
    Shape Input, Shape Output, Axis Height, Axis Width, int Multiplier, bool Bias,
    Initializer Init, double InitScale, double BiasInit, bool Same) : Operation(Input, Output)
{
    private DepthwiseConvolution Depthwise => new(
        Input, Shape.Image(Height.Out, Width.Out, Input.Channels * Multiplier), Height, Width,
        Multiplier, false, Init, InitScale, 0, Same)
    {
        Part = "depthwise",
    };

    private Convolution Pointwise => new(
        Depthwise.Output, Output, Axis.Identity(Height.Out), Axis.Identity(Width.Out),
        1, Bias, Init, InitScale, BiasInit, Same: false)
    {
        Part = "pointwise",
    };

    public override EquatableArray<Operation> Stages => new Operation[] { Depthwise, Pointwise }.ToEquatableArray();

    public override EquatableArray<ParameterModel> Parameters => Depthwise.Parameters.Concat(Pointwise.Parameters).ToEquatableArray();

    public override long Multiplies => Depthwise.Multiplies + Pointwise.Multiplies;

    public override (Axis Height, Axis Width)? Window => (Height, Width);

    public override string Description => $"{Depthwise.Description}, {Output.Channels} filters";
}
