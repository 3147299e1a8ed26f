using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>Local response normalisation.</summary>
internal sealed class ResponseNormalizationLowering : Lowering
{
    public override bool WritesApart => true;

    // A row of cells works on its own; every channel of the cell at hand has a ratio.
    public override long ScratchCells(Fusion fusion, PlanNode node, TrainingForm form) =>
        (long)node.Operation.Input.Depth * node.Operation.Input.Height * node.Operation.Input.Channels;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        var kernel = new CellResponseNorm(
            Power(node), input.Height, input.Shape.Width, input.Shape.Channels, plan.View(node.Input).RowPitch, plan.View(node.Output));
        plan.AddStep(node, kernel, plan.X(node), plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node, plan.Value(node.Input).Activation), "Forward", true, plan.X(node), y);

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        string ratios = plan.Named(node, "ratios", kept: false, $"{node.Stem}_dy * {node.Stem}_y / energy, a cell at a time for each row");
        target.Steps.Add(TrainingPlanner.Call(
            node, Kernel(plan, node, target.Derivative), "Backward", true, plan.X(node), plan.Dy(node), ratios, target.Pointer));
    }

    private static LaneResponseNorm Kernel(TrainingPlanner plan, PlanNode node, ActivationSpec? before)
    {
        PlanValue input = plan.Value(node.Input);
        return new LaneResponseNorm(
            Power(node), input.Height, input.Shape.Width, input.Shape.Channels, plan.View(node.Input), plan.View(node.Output), before);
    }

    private static ResponsePower Power(PlanNode node)
    {
        var operation = (ResponseNormalization)node.Operation;
        return new ResponsePower(operation.Radius, operation.Bias, operation.Alpha, operation.Beta);
    }
}
