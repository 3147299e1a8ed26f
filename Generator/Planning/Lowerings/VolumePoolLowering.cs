using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>A maximum or mean over windows of a volume.</summary>
internal sealed class VolumePoolLowering : Lowering
{
    public override bool WritesApart => true;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        var pool = (VolumePooling)node.Operation;
        var kernel = new CellVolumePool(
            pool.Maximum, pool.Depth, pool.Height, pool.Width, pool.Input.Channels, plan.View(node.Input).RowPitch, plan.View(node.Output));
        plan.AddStep(node, kernel, plan.X(node), plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node), "Forward", true, plan.X(node), y);

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        string[] values = ((VolumePooling)node.Operation).Maximum ? [plan.X(node), plan.Y(node)] : [];
        target.Steps.Add(TrainingPlanner.Call(node, Kernel(plan, node), "Backward", true, [.. values, plan.Dy(node), target.Pointer]));
        plan.AddDerivative(node, target);
    }

    private static LaneVolumePool Kernel(TrainingPlanner plan, PlanNode node)
    {
        var pool = (VolumePooling)node.Operation;
        return new LaneVolumePool(pool.Maximum, pool.Depth, pool.Height, pool.Width, pool.Input.Channels, plan.View(node.Input), plan.View(node.Output));
    }
}
