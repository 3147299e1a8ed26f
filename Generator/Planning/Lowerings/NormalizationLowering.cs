using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>Batch normalisation: over the batch in training; in prediction a factor and a summand, by itself where no convolution takes them.</summary>
internal sealed class NormalizationLowering : Lowering
{
    public override bool Fuses => true;

    public override bool WritesApart => true;

    // Mean and inverse deviation of every channel, for the whole batch; the first group's memory holds them.
    public override long KeptCells(Operation operation) => MemoryPlan.RoundUp(2L * operation.Input.Channels, Level.CellFloats) / Level.CellFloats;

    /// <summary>Adds the packing of the factors and summands, and returns them as arguments.</summary>
    public static (string Scale, string Shift) Fold(InferencePlanner plan, string stem, Normalization normalization, string bias)
    {
        int channels = normalization.Input.Channels;
        string scale = plan.AddPacked(stem + "_scale", channels, $"gamma / sqrt(moving_var + epsilon) of {channels}");
        string shift = plan.AddPacked(stem + "_shift", channels, "what is added after it");
        plan.AddPackStep(new Step(
            stem,
            Invariant($"BatchNormFolding.Fold(w + {stem}_gamma, w + {stem}_beta, w + {stem}_moving_mean, w + {stem}_moving_var, {bias}, {channels}, {Text.Double(normalization.Epsilon)}, packed + {scale}, packed + {shift});"),
            null,
            false));
        return ($"packed + {scale}", $"packed + {shift}");
    }

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        (string scale, string shift) = Fold(plan, node.Stem, (Normalization)node.Operation, "null");
        var kernel = new CellScaleShift(node.Fused, input.Height, input.Shape.Width, input.Shape.Channels, plan.View(node.Input).RowPitch, plan.View(node.Output));
        plan.AddStep(node, kernel, plan.X(node), scale, shift, plan.Y(node), "worker");
    }

    public override void Forward(TrainingPlanner plan, PlanNode node)
    {
        plan.AddForward(TrainingPlanner.Call(
            node, Kernel(plan, node), "Statistics", true, plan.X(node), Statistics(plan, node), Parameter(node, "moving_mean"), Parameter(node, "moving_var"), Planes(plan, node), "Samples"));
        base.Forward(plan, node);
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) => TrainingPlanner.Call(
        node, Kernel(plan, node), "Forward", true,
        [plan.X(node), Statistics(plan, node), Parameter(node, "gamma"), Parameter(node, "beta"), y, Planes(plan, node), .. Flag(node, activate)]);

    public override void ParameterGradients(TrainingPlanner plan, PlanNode node) => plan.AddBackward(TrainingPlanner.Call(
        node, Kernel(plan, node), "ParameterGradients", true, plan.X(node), plan.Dy(node), Statistics(plan, node), $"g + {node.Stem}_gamma", $"g + {node.Stem}_beta", Planes(plan, node)));

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        target.Steps.Add(TrainingPlanner.Call(
            node, Kernel(plan, node), "InputGradient", true,
            plan.X(node), plan.Dy(node), Statistics(plan, node), Parameter(node, "gamma"), $"g + {node.Stem}_gamma", $"g + {node.Stem}_beta", target.Pointer, Planes(plan, node), "Samples"));
        plan.AddDerivative(node, target);
    }

    private static string Statistics(TrainingPlanner plan, PlanNode node) =>
        plan.Named(node, "statistics", kept: true, "mean and inverse deviation of the batch, in the first group alone");

    private static string Parameter(PlanNode node, string name) => $"w + {node.Stem}_{name}";

    private static Kernel Kernel(TrainingPlanner plan, PlanNode node)
    {
        var operation = (Normalization)node.Operation;
        return plan.Form == TrainingForm.Blocks
            ? new BlockBatchNorm(operation.Momentum, operation.Epsilon, node.Fused)
            : new LaneBatchNorm(operation.Momentum, operation.Epsilon, node.Fused);
    }

    private static string Planes(TrainingPlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        (LaneView x, LaneView y) = (plan.View(node.Input), plan.View(node.Output));
        return Invariant($"new({input.Shape.Channels}, {input.Height}, {input.Shape.Width * Level.CellFloats}, {x.RowFloats}, {x.PlaneFloats}, {y.RowFloats}, {y.PlaneFloats})");
    }
}
