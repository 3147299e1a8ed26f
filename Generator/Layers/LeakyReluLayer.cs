using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>x where it is positive, slope times x elsewhere.</summary>
internal sealed class LeakyReluLayer : ActivationLayer
{
    public override string Name => "LeakyRelu";

    // The backward pass tells the two branches apart by the sign of the output.
    protected override double Alpha(LayerArguments arguments)
    {
        double slope = arguments.Real("slope", 0.01);
        if (!(slope >= 0))
        {
            arguments.Report(RuleIds.OutOfRange, "slope", $"LeakyRelu: slope is {ConstantExpression.Show(slope)}; use at least 0, such as 0.01");
        }

        return slope;
    }

    public override bool InRegisters => true;

    public override string Forward(string value, double alpha) =>
        $"ConditionalSelect(GreaterThan({value}, V.Zero), {value}, {value} * {Text.Float(alpha)})";

    public override string Backward(string gradient, string output, double alpha) =>
        $"ConditionalSelect(GreaterThan({output}, V.Zero), {gradient}, {gradient} * {Text.Float(alpha)})";
}
