using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>x where it is positive, alpha * (exp(x) - 1) elsewhere.</summary>
internal sealed class EluLayer : ActivationLayer
{
    public override string Name => "Elu";

    // The backward pass tells the two branches apart by the sign of the output.
    protected override double Alpha(LayerArguments arguments)
    {
        double alpha = arguments.Real("alpha", 1);
        if (!(alpha >= 0))
        {
            arguments.Report(RuleIds.OutOfRange, "alpha", $"Elu: alpha is {ConstantExpression.Show(alpha)}; use at least 0, such as 1");
        }

        return alpha;
    }

    public override string Forward(string value, double alpha) => $"VectorMath.Elu({value}, {Text.Float(alpha)})";

    // alpha * exp(x) is the output plus alpha.
    public override string Backward(string gradient, string output, double alpha) =>
        $"ConditionalSelect(GreaterThan({output}, V.Zero), {gradient}, {gradient} * ({output} + Create({Text.Float(alpha)})))";
}
