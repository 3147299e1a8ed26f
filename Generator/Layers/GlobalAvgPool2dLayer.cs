using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>The mean of every channel over an image.</summary>
internal sealed class GlobalAvgPool2dLayer : LayerKind
{
    public override string Name => "GlobalAvgPool2d";

    public override Operation? Resolve(LayerArguments arguments, Shape input) =>
        RankCheck.Image(arguments, input) ? new GlobalPooling(input, Shape.Features(input.Channels), Maximum: false) : null;
}
