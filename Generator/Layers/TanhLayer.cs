namespace NetDsl.Generator.Layers;

/// <summary>The hyperbolic tangent.</summary>
internal sealed class TanhLayer : ActivationLayer
{
    public override string Name => "Tanh";
}
