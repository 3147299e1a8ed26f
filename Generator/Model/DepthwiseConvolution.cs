using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>
/// A convolution that gives every channel filters of its own, kernel layout height x width x channels x multiplier. In memory
/// that is the kernel of a convolution with a group a channel.
/// </summary>
internal sealed record DepthwiseConvolution(
    Shape Input, Shape Output, Axis Height, Axis Width, int Multiplier, bool Bias,
    Initializer Init, double InitScale, double BiasInit, bool Same)
    : Convolution(Input, Output, Height, Width, Input.Channels, Bias, Init, InitScale, BiasInit, Same)
{
    public override EquatableArray<ParameterModel> Parameters => KernelParameters.Of(
        new ParameterModel(
            WeightName, new[] { Height.Kernel, Width.Kernel, Input.Channels, Multiplier }.ToEquatableArray(),
            Init, InitScale, FanIn: Area, FanOut: Area * Multiplier),
        Bias ? Filters : 0, BiasInit);

    public override string Description =>
        $"{Describe.Kernel(Axes)}{(Multiplier == 1 ? "" : $", multiplier {Multiplier}")}{Describe.Window(Axes, Same, defaultStride: 1)}";
}
