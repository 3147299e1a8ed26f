namespace NetDsl.Generator.Layers;

/// <summary>1 / (1 + exp(-x)).</summary>
internal sealed class SigmoidLayer : ActivationLayer
{
    public override string Name => "Sigmoid";

    public override string Forward(string value, double alpha) => $"VectorMath.Sigmoid({value})";

    public override string Backward(string gradient, string output, double alpha) => $"{gradient} * {output} * (V.One - {output})";
}
