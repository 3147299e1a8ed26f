using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>A transposed convolution over a sequence, an image or a volume.</summary>
internal abstract class TransposedLayer : LayerKind
{
    protected abstract int Rank { get; }

    public sealed override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        int filters = arguments.Positive("filters");
        RankCheck.Holds(arguments, input, Rank);
        bool bias = arguments.Flag("Bias", true);
        WeightSettings weights = WeightSettings.Read(arguments);
        TransposedWindow? window = TransposedWindow.Read(arguments, input, WindowNames.Of(Rank));
        return arguments.Faulty || window is not { } found ? null : new TransposedConvolution(
            input, new Shape(input.Rank, found.Depth.In, found.Height.In, found.Width.In, filters), found.Depth, found.Height, found.Width,
            bias, weights.Init, weights.InitScale, weights.BiasInit, found.Same);
    }
}
