namespace NetDsl.Generator.Layers;

/// <summary>The hyperbolic tangent.</summary>
internal sealed class TanhLayer : ActivationLayer
{
    public override string Name => "Tanh";

    public override string Forward(string value, double alpha) => $"VectorMath.Tanh({value})";

    public override string Backward(string gradient, string output, double alpha) => $"{gradient} * (V.One - {output} * {output})";
}
