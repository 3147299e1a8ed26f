using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Faults that only a plan shows: memory beyond an int's reach, layers too large to be written out, a budget exceeded.</summary>
internal static class PlanCheck
{
    public static IEnumerable<Problem> Find(NetworkPlan plan) => Memory(plan).Concat(Unrolling(plan)).Concat(BudgetCheck.Find(plan));

    private static IEnumerable<Problem> Memory(NetworkPlan plan)
    {
        long parameters = plan.Parameters.Count == 0 ? 0 : plan.Parameters.Max(parameter => parameter.Offset + parameter.Model.Length);
        (string What, long Floats)[] blocks =
        [
            ("parameters", parameters),
            ("activations for inference", plan.Inference.ArenaFloats),
            ("packed weights", plan.Inference.PackedFloats),
            ($"activations and gradients of {(plan.Training?.Form == TrainingForm.Blocks ? "a sample" : "16 samples")} for training", plan.Training?.GroupFloats ?? 0),
            ("weights packed for training", plan.Training?.PackedFloats ?? 0),
        ];
        foreach ((string what, long floats) in blocks)
        {
            // The runtime rounds up and keeps a vector's slack.
            if (floats > int.MaxValue - 1024)
            {
                ShapedLayer largest = plan.Network.Layers.OrderByDescending(layer => layer.Output.Length).First();
                yield return new Problem(RuleIds.TooManyElements, largest.Attribute, null,
                    $"The {what} of {plan.Network.Model.Name} take {Describe.Count(floats)} floats; at most 2,147,482,623 can be addressed; {largest.Name} with an output of {largest.Output} is the largest layer");
                yield break;
            }
        }
    }

    private static IEnumerable<Problem> Unrolling(NetworkPlan plan)
    {
        if (plan.Network.Model.Unroll != Unroll.Full)
        {
            yield break;
        }

        foreach (ShapedLayer layer in plan.Network.Layers)
        {
            if (FullUnroll.Excess(layer.Operation) is { } cost)
            {
                yield return new Problem(RuleIds.TooLargeToUnroll, layer.Attribute, null,
                    $"{layer.Name} written out in full takes {Describe.Count(cost.Statements)} vector statements in {Describe.Count(cost.Methods)} methods and about {Describe.Count(cost.JitMilliseconds)} ms of JIT time; at most {Describe.Count(FullText.LayerLimit)} statements are sensible; use Unroll.Window");
            }
        }
    }
}
