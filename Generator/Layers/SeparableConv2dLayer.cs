using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>Depthwise, then 1x1 convolution.</summary>
internal sealed class SeparableConv2dLayer : LayerKind
{
    public override string Name => "SeparableConv2d";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        int filters = arguments.Positive("filters");
        RankCheck.Image(arguments, input);
        int multiplier = MultiplierCheck.Read(arguments, input);
        bool bias = arguments.Flag("Bias", true);
        WeightSettings weights = WeightSettings.Read(arguments);
        Window? window = Window.Read(arguments, input, WindowNames.Of(2), pool: false);
        return arguments.Faulty || window is not { } found ? null : new SeparableConvolution(
            input, found.Output(input, filters), found.Height, found.Width,
            multiplier, bias, weights.Init, weights.InitScale, weights.BiasInit, found.Same);
    }
}
