using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>Two-dimensional convolution.</summary>
internal sealed class Conv2dLayer : LayerKind
{
    public override string Name => "Conv2d";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        int filters = arguments.Positive("filters");
        int groups = GroupCheck.Read(arguments, input, filters);
        RankCheck.Image(arguments, input);
        bool bias = arguments.Flag("Bias", true);
        WeightSettings weights = WeightSettings.Read(arguments);
        Window2d? window = Window2d.Read(arguments, input, pool: false);
        if (arguments.Faulty || window is not { } found)
        {
            return null;
        }

        return new Convolution(
            input, Shape.Image(found.Height.Out, found.Width.Out, filters), found.Height, found.Width,
            groups, bias, weights.Init, weights.InitScale, weights.BiasInit, found.Same);
    }
}
