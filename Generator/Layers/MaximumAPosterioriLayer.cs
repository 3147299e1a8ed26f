using NetDsl.Generator.Model;

namespace NetDsl.Generator.Layers;

/// <summary>The posterior probability of the class whose distance is meant, against the others and a class for rubbish.</summary>
internal sealed class MaximumAPosterioriLayer : LossLayer
{
    public override string Name => "MaximumAPosteriori";

    public override Operation? Resolve(LayerArguments arguments, Shape input)
    {
        double penalty = arguments.Real("RubbishPenalty", 0.1);
        if (!(penalty > 0))
        {
            arguments.Report(
                RuleIds.OutOfRange, "RubbishPenalty", $"{Name}: RubbishPenalty is {ConstantExpression.Show(penalty)}; use a number above 0, such as 0.1");
        }

        return arguments.Faulty ? null : new Loss(input, Name, penalty);
    }
}
