using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>Softmax over the channels of every cell, or over all features of a vector, whose order does not matter.</summary>
internal sealed class SoftmaxLowering : Lowering
{
    public override bool KeepsForm => true;

    public override InputForm Form(Operation operation) => operation.Input.Rank == 0 ? InputForm.AnyContiguous : InputForm.Cells;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        var softmax = (SoftmaxFunction)node.Operation;
        PlanValue input = plan.Value(node.Input);
        CellSoftmax kernel = softmax.Input.Rank == 0
            ? new(softmax.Logarithm, 1, 1, (int)softmax.Input.Length, 1, 1)
            : new(softmax.Logarithm, input.Height, input.Shape.Width, input.Shape.Channels, plan.View(node.Input).RowPitch, plan.View(node.Output).RowPitch);
        plan.AddStep(node, kernel, plan.X(node), plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node), "Forward", true, plan.X(node), y);

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        target.Steps.Add(TrainingPlanner.Call(node, Kernel(plan, node), "Backward", true, plan.Y(node), plan.Dy(node), target.Pointer));
        plan.AddDerivative(node, target);
    }

    private static LaneSoftmax Kernel(TrainingPlanner plan, PlanNode node)
    {
        var softmax = (SoftmaxFunction)node.Operation;
        PlanValue input = plan.Value(node.Input);
        return softmax.Input.Rank == 0
            ? new(softmax.Logarithm, 1, 1, (int)softmax.Input.Length, new LaneView(1, 1), new LaneView(1, 1))
            : new(softmax.Logarithm, input.Height, input.Shape.Width, input.Shape.Channels, plan.View(node.Input), plan.View(node.Output));
    }
}
