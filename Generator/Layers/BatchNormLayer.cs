using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>Batch normalisation.</summary>
internal sealed class BatchNormLayer : LayerKind
{
    public override string Name => "BatchNorm";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        double momentum = arguments.Real("Momentum", 0.99), epsilon = arguments.Real("Epsilon", 1e-3);
        bool zero = arguments.Flag("ZeroInit", false);
        if (momentum is not (>= 0 and <= 1))
        {
            arguments.Report(RuleIds.OutOfRange, "Momentum", $"BatchNorm: Momentum is {ConstantExpression.Show(momentum)}; use a share of 0 to 1, such as 0.99");
        }

        // Below this a variance of 0 has no reciprocal root in single precision.
        if (!(epsilon >= 1e-30))
        {
            arguments.Report(RuleIds.OutOfRange, "Epsilon", $"BatchNorm: Epsilon is {ConstantExpression.Show(epsilon)}; use a small number above 0, such as 0.001");
        }

        return arguments.Faulty ? null : new Normalization(input, momentum, epsilon, zero);
    }
}
