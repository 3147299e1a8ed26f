namespace NetDsl.Generator.Layers;

/// <summary>Softmax and cross-entropy.</summary>
internal sealed class SoftmaxCrossEntropyLayer : LossLayer
{
    public override string Name => "SoftmaxCrossEntropy";
}
