using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>Values side by side in the channels: written there in the first place, or copied where several operations read them.</summary>
internal sealed class ConcatenationLowering : Lowering
{
    public override GradientFlow Flow => GradientFlow.Slice;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        int channel = 0;
        for (int slot = 0; slot < node.Inputs.Count; slot++)
        {
            PlanValue part = plan.Value(node.Inputs[slot]);
            if (!plan.InPlace(node, slot))
            {
                var copy = new CellSum(
                    null, part.Height, part.Shape.Width, part.Shape.Channels, new[] { plan.View(node.Inputs[slot]) }.ToEquatableArray(), plan.View(node.Output));
                plan.AddStep(node, copy, plan.X(node, slot), Text.At(plan.Y(node), channel), "worker");
            }

            channel += part.Shape.Channels;
        }
    }

    public override void Forward(TrainingPlanner plan, PlanNode node)
    {
        long offset = 0;
        for (int slot = 0; slot < node.Inputs.Count; slot++)
        {
            PlanValue part = plan.Value(node.Inputs[slot]);
            if (!plan.InPlace(node, slot))
            {
                var copy = new LaneSum(
                    null, part.Height, part.Shape.Width, plan.Planes(node.Inputs[slot]), new[] { plan.View(node.Inputs[slot]) }.ToEquatableArray(), plan.View(node.Output));
                plan.AddForward(TrainingPlanner.Call(node, copy, "Forward", true, plan.X(node, slot), Text.At(plan.Y(node), offset)));
            }

            offset += (long)plan.Planes(node.Inputs[slot]) * plan.View(node.Output).PlaneFloats;
        }
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) =>
        throw new InvalidOperationException("A concatenation applies no activation");
}
