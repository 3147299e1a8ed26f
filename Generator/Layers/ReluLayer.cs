namespace NetDsl.Generator.Layers;

/// <summary>max(x, 0).</summary>
internal sealed class ReluLayer : ActivationLayer
{
    public override string Name => "Relu";
}
