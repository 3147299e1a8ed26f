using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>Softmax over the channels of every cell.</summary>
internal sealed class SoftmaxLayer : LayerKind
{
    public override string Name => "Softmax";

    public override Operation? Resolve(LayerArguments arguments, Shape input) => new SoftmaxFunction(input);
}
