using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>Rows and columns repeated.</summary>
internal sealed class UpsamplingLowering : Lowering
{
    public override bool WritesApart => true;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        var kernel = new CellUpsample(
            ((Upsampling)node.Operation).Factor, input.Height, input.Shape.Width, input.Shape.Channels, plan.View(node.Input).RowPitch, plan.View(node.Output));
        plan.AddStep(node, kernel, plan.X(node), plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node), "Forward", true, plan.X(node), y);

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        target.Steps.Add(TrainingPlanner.Call(node, Kernel(plan, node), "Backward", true, plan.Dy(node), target.Pointer));
        plan.AddDerivative(node, target);
    }

    private static LaneUpsample Kernel(TrainingPlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        return new LaneUpsample(
            ((Upsampling)node.Operation).Factor, input.Height, input.Shape.Width, input.Shape.Channels, plan.View(node.Input), plan.View(node.Output));
    }
}
