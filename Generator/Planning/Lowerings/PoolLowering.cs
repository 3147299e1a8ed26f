using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>A maximum or mean over windows.</summary>
internal sealed class PoolLowering : Lowering
{
    public override bool WritesApart => true;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        var pool = (Pooling)node.Operation;
        CellPool kernel = FullUnroll.Limit(new CellPool(
            pool.Maximum, pool.Height, pool.Width, pool.Input.Channels, plan.View(node.Input).RowPitch, plan.View(node.Output), plan.Unroll));
        plan.AddStep(node, kernel, plan.X(node), plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node, plan.Value(node.Input).Activation), "Forward", true, plan.X(node), y);

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        LanePool kernel = Kernel(plan, node, target.Derivative);
        IEnumerable<string> pointers = kernel.BackwardPointers.Select(pointer => pointer switch
        {
            "x" => plan.X(node),
            "y" => plan.Y(node),
            "dy" => plan.Dy(node),
            _ => target.Pointer,
        });
        target.Steps.Add(TrainingPlanner.Call(node, kernel, "Backward", true, [.. pointers]));
    }

    private static LanePool Kernel(TrainingPlanner plan, PlanNode node, ActivationSpec? before)
    {
        var pool = (Pooling)node.Operation;
        return new LanePool(pool.Maximum, pool.Height, pool.Width, plan.Planes(node.Input), plan.View(node.Input), plan.View(node.Output), before);
    }
}
