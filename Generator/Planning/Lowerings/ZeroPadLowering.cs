using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>A value copied into zeros.</summary>
internal sealed class ZeroPadLowering : Lowering
{
    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        var pad = (ZeroPadding)node.Operation;
        plan.AddStep(
            node, new CellZeroPad(pad, plan.View(node.Input).RowPitch, plan.View(node.Output).RowPitch), plan.X(node), plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node), "Forward", true, plan.X(node), y);

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        target.Steps.Add(TrainingPlanner.Call(node, Kernel(plan, node), "Backward", true, plan.Dy(node), target.Pointer));
        plan.AddDerivative(node, target);
    }

    private static LaneZeroPad Kernel(TrainingPlanner plan, PlanNode node) =>
        new((ZeroPadding)node.Operation, plan.View(node.Input), plan.View(node.Output));
}
