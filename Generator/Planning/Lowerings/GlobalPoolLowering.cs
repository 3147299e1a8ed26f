using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>A maximum or mean over all cells.</summary>
internal sealed class GlobalPoolLowering : Lowering
{
    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        var kernel = new CellGlobalPool(((GlobalPooling)node.Operation).Maximum, input.Height, input.Shape.Width, input.Shape.Channels, plan.View(node.Input).RowPitch);
        plan.AddStep(node, kernel, plan.X(node), plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node), "Forward", true, plan.X(node), y);

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        string[] values = ((GlobalPooling)node.Operation).Maximum ? [plan.X(node), plan.Y(node)] : [];
        target.Steps.Add(TrainingPlanner.Call(node, Kernel(plan, node), "Backward", true, [.. values, plan.Dy(node), target.Pointer]));
        plan.AddDerivative(node, target);
    }

    private static LaneGlobalPool Kernel(TrainingPlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        return new LaneGlobalPool(((GlobalPooling)node.Operation).Maximum, input.Height, input.Shape.Width, plan.Planes(node.Input), plan.View(node.Input));
    }
}
