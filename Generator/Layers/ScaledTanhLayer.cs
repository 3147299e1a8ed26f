namespace NetDsl.Generator.Layers;

/// <summary>1.7159 tanh(2x / 3).</summary>
internal sealed class ScaledTanhLayer : ActivationLayer
{
    public override string Name => "ScaledTanh";
}
