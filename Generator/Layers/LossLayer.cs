using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>A loss, the end of a network.</summary>
internal abstract class LossLayer : LayerKind
{
    public override Operation? Resolve(LayerArguments arguments, Shape input) => new Loss(input, Name);
}
