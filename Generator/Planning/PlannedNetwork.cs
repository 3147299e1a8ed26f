using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>A network with its plan, or with the problems that keep it from having one.</summary>
/// <param name="Shaped">The network.</param>
/// <param name="Problems">What shape inference and planning found.</param>
/// <param name="Plan">What to emit; null where a stub is due.</param>
internal sealed record PlannedNetwork(ShapedNetwork Shaped, EquatableArray<Problem> Problems, NetworkPlan? Plan)
{
    private static readonly Memo<ShapedNetwork, PlannedNetwork> Recent = new(Run);

    public static PlannedNetwork Of(ShapedNetwork shaped) => Recent.Of(shaped);

    private static PlannedNetwork Run(ShapedNetwork shaped)
    {
        if (!shaped.IsSound)
        {
            return new PlannedNetwork(shaped, shaped.Problems, null);
        }

        NetworkPlan plan = NetworkPlan.Of(shaped);
        EquatableArray<Problem> problems = PlanCheck.Find(plan).ToEquatableArray();
        return new PlannedNetwork(shaped, problems, problems.Any(problem => problem.Id == RuleIds.TooManyElements) ? null : plan);
    }
}
