using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>The maximum of every channel over an image.</summary>
internal sealed class GlobalMaxPool2dLayer : LayerKind
{
    public override string Name => "GlobalMaxPool2d";

    public override Operation? Resolve(LayerArguments arguments, Shape input) =>
        RankCheck.Image(arguments, input) ? new GlobalPooling(input, Shape.Features(input.Channels), Maximum: true) : null;
}
