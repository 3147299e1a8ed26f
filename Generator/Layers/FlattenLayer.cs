using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>Any shape as a vector.</summary>
internal sealed class FlattenLayer : LayerKind
{
    public override string Name => "Flatten";

    public override Operation? Resolve(LayerArguments arguments, Shape input) => new Flattening(input, Shape.Features((int)input.Length));
}
