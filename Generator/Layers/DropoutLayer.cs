using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>Dropout in training, nothing in prediction.</summary>
internal sealed class DropoutLayer : LayerKind
{
    public override string Name => "Dropout";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        double rate = arguments.Real("rate", 0);
        if (rate is not (>= 0 and <= 1))
        {
            arguments.Report(RuleIds.OutOfRange, "rate", $"Dropout: rate is {ConstantExpression.Show(rate)}; use a share of 0 to 1, such as 0.5");
        }

        return arguments.Faulty ? null : new Dropping(input, rate);
    }
}
