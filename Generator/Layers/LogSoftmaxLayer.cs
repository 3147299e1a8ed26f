using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>The logarithm of softmax over the channels of every cell.</summary>
internal sealed class LogSoftmaxLayer : LayerKind
{
    public override string Name => "LogSoftmax";

    public override Operation? Resolve(LayerArguments arguments, Shape input) => new SoftmaxFunction(input, Logarithm: true);
}
