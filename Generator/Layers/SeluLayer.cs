using NetDsl.Generator.Kernels;

namespace NetDsl.Generator.Layers;

/// <summary>scale * x where it is positive, scale * alpha * (exp(x) - 1) elsewhere.</summary>
internal sealed class SeluLayer : ActivationLayer
{
    public override string Name => "Selu";

    private const double Scale = 1.0507009873554805, NegativeFactor = 1.6732632423543772;

    public override string Forward(string value, double alpha) => $"VectorMath.Elu({value}, {Text.Float(NegativeFactor)}) * {Text.Float(Scale)}";

    public override string Backward(string gradient, string output, double alpha) =>
        $"{gradient} * ConditionalSelect(GreaterThan({output}, V.Zero), Create({Text.Float(Scale)}), {output} + Create({Text.Float(Scale * NegativeFactor)}))";
}
