using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>An activation that no kernel before it applies.</summary>
internal sealed class ActivationLowering : Lowering
{
    public override bool KeepsForm => true;

    public override InputForm Form(Operation operation) => InputForm.AsItStands;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        int channels = input.Shape.Channels;
        var kernel = new CellActivation(
            ActivationSpec.Of((Activation)node.Operation), input.Height, input.Shape.Width * channels,
            plan.View(node.Input).RowPitch * channels, plan.View(node.Output).RowPitch * channels);
        plan.AddStep(node, kernel, plan.X(node), plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node), "Forward", true, plan.X(node), y);

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        LaneActivation kernel = Kernel(plan, node);
        string known = kernel.Activation.DerivativeFromInput ? plan.X(node) : plan.Y(node);
        target.Steps.Add(TrainingPlanner.Call(node, kernel, "Backward", true, known, plan.Dy(node), target.Pointer));
        plan.AddDerivative(node, target);
    }

    private static LaneActivation Kernel(TrainingPlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        return new LaneActivation(
            ActivationSpec.Of((Activation)node.Operation), input.Height, input.Shape.Width, plan.Planes(node.Input), plan.View(node.Input), plan.View(node.Output));
    }
}
