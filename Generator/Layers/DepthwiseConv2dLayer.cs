using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>Two-dimensional convolution of every channel by itself.</summary>
internal sealed class DepthwiseConv2dLayer : LayerKind
{
    public override string Name => "DepthwiseConv2d";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        RankCheck.Image(arguments, input);
        int multiplier = MultiplierCheck.Read(arguments, input);
        bool bias = arguments.Flag("Bias", true);
        WeightSettings weights = WeightSettings.Read(arguments);
        Window? window = Window.Read(arguments, input, WindowNames.Of(2), pool: false);
        return arguments.Faulty || window is not { } found ? null : new DepthwiseConvolution(
            input, found.Output(input, input.Channels * multiplier), found.Height, found.Width,
            multiplier, bias, weights.Init, weights.InitScale, weights.BiasInit, found.Same);
    }
}
