using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>Squared distances from fixed codes; the codes have no gradient.</summary>
internal sealed class RadialBasisLowering : Lowering
{
    public override InputForm Form(Operation operation) => InputForm.AnyContiguous;

    public override void Infer(InferencePlanner plan, PlanNode node) => plan.AddStep(
        node, new CellRbf((int)node.Operation.Input.Length, node.Operation.Output.Channels), plan.X(node), Codes(node), plan.Y(node), "worker");

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node, plan.Value(node.Input).Activation), "Forward", true, plan.X(node), Codes(node), y);

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target) => target.Steps.Add(TrainingPlanner.Call(
        node, Kernel(plan, node, target.Derivative), "Backward", true, plan.X(node), Codes(node), plan.Dy(node), target.Pointer));

    private static LaneRbf Kernel(TrainingPlanner plan, PlanNode node, ActivationSpec? before)
    {
        PlanValue input = plan.Value(node.Input);
        return new LaneRbf(
            input.Height * input.Shape.Width, input.Shape.Channels, node.Operation.Output.Channels, plan.View(node.Output), before);
    }

    private static string Codes(PlanNode node) => $"w + {node.Stem}_codes";
}
