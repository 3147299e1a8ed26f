using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>
/// A convolution over volumes, or a transposed one over any dimensions: each runs the other's input gradient forward, so both
/// have the same kernels. Windows are clipped and want no border.
/// </summary>
internal sealed class VolumeLowering : Lowering
{
    public override bool Fuses => true;

    public override bool WritesApart => true;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        var kernel = new CellVolumeConv(
            Geometry(node), IsTransposed(node), plan.View(node.Input), plan.View(node.Output), HasBias(node), node.Fused);
        string weights = Weight(node);
        if (kernel.Transposed)
        {
            string packed = plan.AddPacked(node.Stem + "_packed", kernel.PackedFloats, $"{kernel.Geometry}");
            plan.AddPackStep(Step.Of(node.Name, kernel, "Pack", false, weights, $"packed + {packed}"));
            weights = $"packed + {packed}";
        }

        plan.AddStep(node, kernel, plan.X(node), weights, HasBias(node) ? Bias(node) : "null", plan.Y(node), "worker");
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate)
    {
        var kernel = new LaneVolumeConv(
            Geometry(node), IsTransposed(node), plan.View(node.Input), plan.View(node.Output), HasBias(node), node.Fused, null, default);
        string[] bias = HasBias(node) ? [Bias(node)] : [];
        return TrainingPlanner.Call(node, kernel, "Run", true, [plan.X(node), Weight(node), .. bias, y, .. Flag(node, activate)]);
    }

    public override void ParameterGradients(TrainingPlanner plan, PlanNode node)
    {
        PlanValue output = plan.Value(node.Output);
        LaneView x = plan.View(node.Input), dy = Words.Plain(output.Height, output.Shape.Width);
        (LaneView under, LaneView windows) = IsTransposed(node) ? (dy, x) : (x, dy);
        (string first, string second) = IsTransposed(node) ? (plan.Dy(node), plan.X(node)) : (plan.X(node), plan.Dy(node));
        var kernel = new LaneVolumeWeights(Geometry(node), under, windows);
        plan.AddBackward(TrainingPlanner.Call(node, kernel, "Weights", false, first, second, $"g + {node.Stem}_weight"));
        if (HasBias(node))
        {
            var bias = new LaneBiasGradient(output.Shape.Channels, output.Height * output.Shape.Width);
            plan.AddBackward(TrainingPlanner.Call(node, bias, "Run", false, plan.Dy(node), $"g + {node.Stem}_bias"));
        }
    }

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        PlanValue input = plan.Value(node.Input), output = plan.Value(node.Output);
        var kernel = new LaneVolumeConv(
            Geometry(node), !IsTransposed(node), Words.Plain(output.Height, output.Shape.Width), Words.Plain(input.Height, input.Shape.Width),
            Bias: false, null, target.Derivative, target.Derivative is null ? default : plan.View(node.Input));
        string[] values = target.Derivative is null ? [] : [plan.X(node)];
        target.Steps.Add(TrainingPlanner.Call(node, kernel, "Run", true, [plan.Dy(node), Weight(node), .. values, target.Pointer]));
    }

    private static bool IsTransposed(PlanNode node) => node.Operation is TransposedConvolution;

    private static bool HasBias(PlanNode node) => node.Operation is TransposedConvolution { Bias: true } or VolumeConvolution { Bias: true };

    private static VolumeGeometry Geometry(PlanNode node) => node.Operation is TransposedConvolution transposed
        ? VolumeGeometry.Of(transposed)
        : VolumeGeometry.Of((VolumeConvolution)node.Operation);

    private static string Weight(PlanNode node) => $"w + {node.Stem}_weight";

    private static string Bias(PlanNode node) => $"w + {node.Stem}_bias";
}
