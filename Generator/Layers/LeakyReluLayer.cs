using NetDsl.Generator.Kernels;

namespace NetDsl.Generator.Layers;

/// <summary>x where it is positive, slope times x elsewhere.</summary>
internal sealed class LeakyReluLayer : ActivationLayer
{
    public override string Name => "LeakyRelu";

    protected override double Alpha(LayerArguments arguments) => arguments.Real("slope", 0.01);

    public override bool InRegisters => true;

    public override string Forward(string value, double alpha) =>
        $"ConditionalSelect(GreaterThan({value}, V.Zero), {value}, {value} * {Text.Float(alpha)})";

    public override string Backward(string gradient, string output, double alpha) =>
        $"ConditionalSelect(GreaterThan({output}, V.Zero), {gradient}, {gradient} * {Text.Float(alpha)})";
}
