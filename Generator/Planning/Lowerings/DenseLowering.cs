using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using static System.FormattableString;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>A matrix product: matrix-vector for one sample, matrix-matrix for a batch.</summary>
internal sealed class DenseLowering : Lowering
{
    public override bool Fuses => true;

    public override bool ReadsOnlyValues(Operation operation) => true;

    public override InputForm Form(Operation operation) => InputForm.AnyContiguous;

    public override long ScratchCells(Fusion fusion, PlanNode node, TrainingForm form) =>
        form == TrainingForm.Lanes ? MemoryPlan.RoundUp(node.Operation.Output.Channels, Level.CellFloats) : 0;

    /// <summary>Whether the weights come from memory.</summary>
    public static bool Streams(FullyConnected dense) => CellDenseStream.Fits(dense.Input.Length, dense.Output.Channels);

    /// <summary>The layer for a group of samples; one whose weights stay in a cache goes sample by sample, shared among the threads.</summary>
    public static Step GroupStep(PlanNode node, Unroll unroll, string x, string y, string sums)
    {
        var dense = (FullyConnected)node.Operation;
        if (Streams(dense))
        {
            var group = new CellDenseGroup((int)dense.Input.Length, dense.Output.Channels, dense.Bias, node.Fused);
            return Step.Of(node.Name, group, "Run", true, x, Weight(node), Bias(node), y, sums, "worker");
        }

        string Row(string rows, long length) => $"{rows} + sample * {Text.Literal(CellDenseGroup.Pitch((int)length))}";
        Step one = Step.Of(node.Name, Single(node, unroll), "Run", true, Row(x, dense.Input.Length), Weight(node), Bias(node), Row(y, dense.Output.Channels), "Worker.Alone");
        return one with { Call = $"for (int sample = worker.Index; sample < {CellDenseGroup.Samples}; sample += worker.Count) {one.Call}" };
    }

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        var dense = (FullyConnected)node.Operation;
        Kernel kernel = plan.Unroll != Unroll.Full && Streams(dense)
            ? new CellDenseStream((int)dense.Input.Length, dense.Output.Channels, dense.Bias, node.Fused)
            : Single(node, plan.Unroll);
        string[] scratch = kernel.ScratchFloats > 0 ? ["scratch"] : [];
        plan.AddStep(node, kernel, [plan.X(node), Weight(node), Bias(node), plan.Y(node), .. scratch, "worker"]);
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate) => plan.Form == TrainingForm.Blocks
        ? TrainingPlanner.Call(node, new BlockDense(node.Fused), "Forward", true, [plan.X(node), Weight(node), Bias(node), y, Window(plan, node), .. Flag(node, activate)])
        : TrainingPlanner.Call(node, Kernel(plan, node, plan.Value(node.Input).Activation), "Forward", true, [plan.X(node), Weight(node), Bias(node), y, .. Flag(node, activate)]);

    public override void ParameterGradients(TrainingPlanner plan, PlanNode node)
    {
        if (plan.Form == TrainingForm.Blocks)
        {
            string bias = ((FullyConnected)node.Operation).Bias ? $"g + {node.Stem}_bias" : "null";
            plan.AddBackward(TrainingPlanner.Call(
                node, new BlockDense(node.Fused), "ParameterGradients", false, plan.X(node), plan.Dy(node), $"g + {node.Stem}_weight", bias, Window(plan, node)));
            return;
        }

        LaneDense kernel = Kernel(plan, node, plan.Value(node.Input).Activation);
        string rows = plan.Named(node, "rows", kept: false, $"{node.Stem}_dy, a row a sample");
        string[] targets = ((FullyConnected)node.Operation).Bias ? [$"g + {node.Stem}_weight", $"g + {node.Stem}_bias"] : [$"g + {node.Stem}_weight"];
        plan.AddBackward(TrainingPlanner.Call(node, kernel, "Transpose", true, plan.Dy(node), rows));
        plan.AddBackward(TrainingPlanner.Call(node, kernel, "ParameterGradients", false, [plan.X(node), rows, .. targets]));
    }

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        if (plan.Form == TrainingForm.Blocks)
        {
            target.Steps.Add(TrainingPlanner.Call(
                node, new BlockDense(node.Fused), "InputGradient", true, plan.Dy(node), Weight(node), target.Pointer, Window(plan, node)));
            plan.AddDerivative(node, target);
            return;
        }

        string[] values = target.Derivative is null ? [] : [plan.X(node)];
        target.Steps.Add(TrainingPlanner.Call(node, Kernel(plan, node, target.Derivative), "InputGradient", true, [plan.Dy(node), Weight(node), .. values, target.Pointer]));
    }

    private static Kernel Single(PlanNode node, Unroll unroll)
    {
        var dense = (FullyConnected)node.Operation;
        return FullUnroll.Limit(new CellDense((int)dense.Input.Length, dense.Output.Channels, dense.Bias, node.Fused, unroll));
    }

    private static string Window(TrainingPlanner plan, PlanNode node)
    {
        PlanValue input = plan.Value(node.Input);
        return Invariant($"new({input.Shape.Channels}, {input.Height * input.Shape.Width}, {node.Operation.Output.Channels})");
    }

    private static LaneDense Kernel(TrainingPlanner plan, PlanNode node, ActivationSpec? before)
    {
        PlanValue input = plan.Value(node.Input);
        var dense = (FullyConnected)node.Operation;
        return new LaneDense(input.Height * input.Shape.Width, input.Shape.Channels, dense.Output.Channels, dense.Bias, node.Fused, before);
    }

    private static string Weight(PlanNode node) => $"w + {node.Stem}_weight";

    private static string Bias(PlanNode node) => ((FullyConnected)node.Operation).Bias ? $"w + {node.Stem}_bias" : "null";
}
