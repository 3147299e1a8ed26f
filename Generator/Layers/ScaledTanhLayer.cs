namespace NetDsl.Generator.Layers;

/// <summary>1.7159 tanh(2x / 3).</summary>
internal sealed class ScaledTanhLayer : ActivationLayer
{
    public override string Name => "ScaledTanh";

    public override string Forward(string value, double alpha) => $"1.7159f * VectorMath.Tanh({value} * (2f / 3))";

    // 1.7159 * 2/3 * (1 - (y / 1.7159)^2)
    public override string Backward(string gradient, string output, double alpha) =>
        $"{gradient} * (2f / 3) * (Create(1.7159f) - {output} * {output} * (1 / 1.7159f))";
}
