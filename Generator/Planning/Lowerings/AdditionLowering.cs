using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>A sum of values of one shape; of a single one, a copy.</summary>
internal sealed class AdditionLowering : Lowering
{
    public override bool Fuses => true;

    public override bool KeepsForm => true;

    public override bool WritesApart => true;

    public override GradientFlow Flow => GradientFlow.Same;

    public override InputForm Form(Operation operation) => InputForm.AsItStands;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        PlanValue output = plan.Value(node.Output);
        var kernel = new CellSum(node.Fused, output.Height, output.Shape.Width, output.Shape.Channels, node.Inputs.Select(plan.View).ToEquatableArray(), plan.View(node.Output));
        plan.AddStep(node, kernel, [.. node.Inputs.Select((_, slot) => plan.X(node, slot)), plan.Y(node), "worker"]);
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate)
    {
        PlanValue output = plan.Value(node.Output);
        var kernel = new LaneSum(node.Fused, output.Height, output.Shape.Width, plan.Planes(node.Output), node.Inputs.Select(plan.View).ToEquatableArray(), plan.View(node.Output));
        return TrainingPlanner.Call(node, kernel, "Forward", true, [.. node.Inputs.Select((_, slot) => plan.X(node, slot)), y, .. Flag(node, activate)]);
    }
}
