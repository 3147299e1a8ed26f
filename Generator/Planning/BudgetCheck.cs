using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Whether a network costs more than its declaration allows, and what costs most.</summary>
internal static class BudgetCheck
{
    private const int Named = 3;

    public static IEnumerable<Problem> Find(NetworkPlan plan)
    {
        if (plan.Network.Model.Budget is not { } budget)
        {
            return [];
        }

        return new[]
        {
            Check(plan, budget.Attribute, "MaxParameters", "parameters", plan.Network.Layers.Sum(Parameters), budget.MaxParameters, Parameters),
            Check(plan, budget.Attribute, "MaxMultiplies", "multiplications", plan.Network.Layers.Sum(Multiplies), budget.MaxMultiplies, Multiplies),
            Check(plan, budget.Attribute, "MaxInferenceBytes", "bytes for inference", plan.InferenceBytes, budget.MaxInferenceBytes, OutputBytes),
            Check(plan, budget.Attribute, "MaxTrainingBytes", "bytes for training", plan.TrainingBytes, budget.MaxTrainingBytes, OutputBytes),
        }.OfType<Problem>();
    }

    private static Problem? Check(
        NetworkPlan plan, int attribute, string argument, string unit, long cost, long? limit, Func<ShapedLayer, long> costOfLayer)
    {
        if (limit is not { } most || cost <= most)
        {
            return null;
        }

        IEnumerable<string> dearest = plan.Network.Layers
            .OrderByDescending(costOfLayer)
            .Where(layer => costOfLayer(layer) > 0)
            .Take(Named)
            .Select(layer => $"{layer.Name} {Describe.Count(costOfLayer(layer))}");
        string what = argument is "MaxInferenceBytes" or "MaxTrainingBytes" ? "the largest outputs are those of" : "most are in";
        return new Problem(
            RuleIds.BudgetExceeded, attribute, argument,
            $"{plan.Network.Model.Name} takes {Describe.Count(cost)} {unit}, {Describe.Count(cost - most)} above the budget of {Describe.Count(most)}; {what} {string.Join(", ", dearest)}; make them smaller or raise {argument}");
    }

    private static long Parameters(ShapedLayer layer) => layer.Operation.TrainableCount;

    private static long Multiplies(ShapedLayer layer) => layer.Operation.Multiplies;

    private static long OutputBytes(ShapedLayer layer) => layer.Output.Length * sizeof(float);
}
