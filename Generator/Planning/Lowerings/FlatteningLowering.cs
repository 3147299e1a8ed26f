using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>A picture copied into a vector, where an operation counts its features as channels.</summary>
internal sealed class FlatteningLowering : Lowering
{
    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        var plain = new CellView(input.Shape.Width, input.Shape.Channels);
        var kernel = new CellSum(null, input.Height, input.Shape.Width, input.Shape.Channels, new[] { plan.View(node.Input) }.ToEquatableArray(), plain);
        plan.AddStep(node, kernel, plan.X(node), plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node), "Forward", true, plan.X(node), y);

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        target.Steps.Add(TrainingPlanner.Call(node, Kernel(plan, node), "Backward", true, plan.Dy(node), target.Pointer));
        plan.AddDerivative(node, target);
    }

    private static LaneFlatten Kernel(TrainingPlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        return new LaneFlatten(input.Height, input.Shape.Width, input.Shape.Channels, plan.View(node.Input));
    }
}
