namespace NetDsl.Generator.Layers;

/// <summary>x times its logistic function.</summary>
internal sealed class SiluLayer : ActivationLayer
{
    public override string Name => "Silu";

    public override bool DerivativeFromInput => true;

    public override string Forward(string value, double alpha) => $"VectorMath.Silu({value})";

    public override string Backward(string gradient, string input, double alpha) => $"{gradient} * VectorMath.SiluDerivative({input})";
}
