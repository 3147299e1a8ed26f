namespace NetDsl.Generator.Layers;

/// <summary>log(1 + exp(x)).</summary>
internal sealed class SoftplusLayer : ActivationLayer
{
    public override string Name => "Softplus";

    public override string Forward(string value, double alpha) => $"VectorMath.Softplus({value})";

    // 1 / (1 + exp(-x)) is 1 - exp(-y).
    public override string Backward(string gradient, string output, double alpha) => $"{gradient} * VectorMath.OneMinusExp({output})";
}
