using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>Dropout, in training alone.</summary>
internal sealed class DropoutLowering : Lowering
{
    public override bool KeepsForm => true;

    public override InputForm Form(Operation operation) => InputForm.AsItStands;

    public override void Infer(InferencePlanner plan, PlanNode node) =>
        throw new InvalidOperationException("Prediction has no dropout");

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        TrainingPlanner.Call(node, Kernel(plan, node), "Forward", true, plan.X(node), y, Key(plan, node));

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        target.Steps.Add(TrainingPlanner.Call(node, Kernel(plan, node), "Backward", true, plan.Dy(node), target.Pointer, Key(plan, node)));
        plan.AddDerivative(node, target);
    }

    private static string Key(TrainingPlanner plan, PlanNode node) => Invariant($"DropoutKey({plan.IndexOf(node)})");

    private static LaneDropout Kernel(TrainingPlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        return new LaneDropout(
            plan.Form == TrainingForm.Blocks, ((Dropping)node.Operation).Rate, input.Height, input.Shape.Width, input.Shape.Channels, plan.View(node.Input), plan.View(node.Output));
    }
}
