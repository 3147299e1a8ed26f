namespace NetDsl.Generator.Layers;

/// <summary>x * min(max(x + 3, 0), 6) / 6.</summary>
internal sealed class HardSwishLayer : ActivationLayer
{
    public override string Name => "HardSwish";

    public override bool DerivativeFromInput => true;

    public override string Forward(string value, double alpha) => $"VectorMath.HardSwish({value})";

    public override string Backward(string gradient, string input, double alpha) => $"{gradient} * VectorMath.HardSwishDerivative({input})";
}
