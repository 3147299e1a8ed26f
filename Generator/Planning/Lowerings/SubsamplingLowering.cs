using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>Trainable subsampling.</summary>
internal sealed class SubsamplingLowering : Lowering
{
    public override bool Fuses => true;

    public override bool WritesApart => true;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        var operation = (Subsampling)node.Operation;
        var kernel = new CellSubsample(
            node.Fused, operation.Height, operation.Width, operation.Input.Channels, plan.View(node.Input).RowPitch, plan.View(node.Output));
        plan.AddStep(node, kernel, plan.X(node), Coefficient(node), Bias(node), plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) => TrainingPlanner.Call(
        node, Kernel(plan, node, plan.Value(node.Input).Activation), "Forward", true,
        [plan.X(node), Coefficient(node), Bias(node), y, .. Flag(node, activate)]);

    public override void ParameterGradients(TrainingPlanner plan, PlanNode node) => plan.AddBackward(TrainingPlanner.Call(
        node, Kernel(plan, node, plan.Value(node.Input).Activation), "ParameterGradients", false,
        plan.X(node), plan.Dy(node), $"g + {node.Stem}_coefficient", $"g + {node.Stem}_bias"));

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        string[] values = target.Derivative is null ? [] : [plan.X(node)];
        target.Steps.Add(TrainingPlanner.Call(
            node, Kernel(plan, node, target.Derivative), "InputGradient", true, [plan.Dy(node), Coefficient(node), .. values, target.Pointer]));
    }

    private static LaneSubsample Kernel(TrainingPlanner plan, PlanNode node, ActivationSpec? before)
    {
        var operation = (Subsampling)node.Operation;
        return new LaneSubsample(
            operation.Height, operation.Width, operation.Input.Channels, plan.View(node.Input), plan.View(node.Output), node.Fused, before);
    }

    private static string Coefficient(PlanNode node) => $"w + {node.Stem}_coefficient";

    private static string Bias(PlanNode node) => $"w + {node.Stem}_bias";
}
