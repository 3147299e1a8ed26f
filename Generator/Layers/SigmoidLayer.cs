namespace NetDsl.Generator.Layers;

/// <summary>1 / (1 + exp(-x)).</summary>
internal sealed class SigmoidLayer : ActivationLayer
{
    public override string Name => "Sigmoid";
}
