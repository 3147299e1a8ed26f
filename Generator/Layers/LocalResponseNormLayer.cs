using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Layers;

/// <summary>Normalisation by the energy of neighbouring channels.</summary>
internal sealed class LocalResponseNormLayer : LayerKind
{
    public override string Name => "LocalResponseNorm";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        int radius = arguments.Whole("depthRadius", 5);
        if (radius < 0)
        {
            arguments.Report(RuleIds.OutOfRange, "depthRadius", Invariant($"{Name}: depthRadius is {radius}; use at least 0"));
        }

        double bias = arguments.Real("Bias", 1), alpha = arguments.Real("Alpha", 1), beta = arguments.Real("Beta", 0.5);
        if (!((float)bias > 0))
        {
            arguments.Report(
                RuleIds.OutOfRange, "Bias", $"{Name}: Bias is {ConstantExpression.Show(bias)}, which divides by 0 where all channels are 0; use a number above 0, such as 1");
        }

        if (!(alpha >= 0))
        {
            arguments.Report(
                RuleIds.OutOfRange, "Alpha", $"{Name}: Alpha is {ConstantExpression.Show(alpha)}, which can make the divisor negative; use at least 0, such as 0.0001");
        }

        return arguments.Faulty ? null : new ResponseNormalization(input, Math.Min(radius, input.Channels - 1), bias, alpha, beta);
    }
}
