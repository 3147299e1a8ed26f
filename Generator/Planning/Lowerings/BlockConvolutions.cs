using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>The training steps of a convolution over blocks of 16 channels.</summary>
internal static class BlockConvolutions
{
    public static Step Forward(TrainingPlanner plan, PlanNode node, string y, string weight, string bias, string[] flag)
    {
        var convolution = (Convolution)node.Operation;
        BlockWindow window = Window(plan, node);
        if (WinogradChoice.InTraining(convolution, plan.Options))
        {
            Step step = TrainingPlanner.Call(
                node, new BlockWinograd(node.Fused, Gradient: false), "Forward", true, [plan.X(node), weight, bias, "Packed", "Scratch(worker)", y, plan.Named(window), .. flag]);
            return step with { PackedFloats = window.WinogradFloats, ScratchFloats = window.WinogradScratch };
        }

        var kernel = new BlockConv(window.CellChannels, node.Fused);
        Step direct = TrainingPlanner.Call(node, kernel, "Forward", true, [plan.X(node), weight, bias, "Packed", y, plan.Named(window), .. flag]);
        return direct with { PackedFloats = window.PackedFloats };
    }

    public static void ParameterGradients(TrainingPlanner plan, PlanNode node, string weights, string bias)
    {
        var convolution = (Convolution)node.Operation;
        BlockWindow window = Window(plan, node);
        plan.AddBackward(WeightGradient(plan, node, window, weights));
        if (convolution.Bias)
        {
            string planes = $"new({convolution.Filters}, {convolution.Height.Out}, {convolution.Width.Out * Level.CellFloats}, 0, 0, 0, 0)";
            plan.AddBackward(TrainingPlanner.Call(node, new BlockBiasGradient(), "Run", false, plan.Dy(node), bias, planes));
        }
    }

    private static Step WeightGradient(TrainingPlanner plan, PlanNode node, BlockWindow window, string weights)
    {
        var convolution = (Convolution)node.Operation;
        if (WinogradChoice.InTraining(convolution, plan.Options))
        {
            Step step = TrainingPlanner.Call(node, new BlockWinogradWeightGradient(), "Run", true, plan.X(node), plan.Dy(node), "Packed", weights, plan.Named(window));
            return step with { PackedFloats = window.WinogradGradientFloats };
        }

        var kernel = new BlockConvWeightGradient(window.CellChannels, convolution.Width.Kernel);
        return TrainingPlanner.Call(node, kernel, "Run", false, plan.X(node), plan.Dy(node), weights, plan.Named(window));
    }

    public static void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target, string weight)
    {
        BlockWindow window = Window(plan, node);
        if (Turned(plan.Options, node) is { } turned)
        {
            LaneView view = plan.View(node.Input);
            string[] known = target.Derivative is null ? [] : [plan.X(node), Text.Literal(view.RowFloats), Text.Literal(view.PlaneFloats)];
            Step step = TrainingPlanner.Call(
                node, new BlockWinograd(target.Derivative, Gradient: true), "Run", true, [plan.Dy(node), weight, "Packed", "Scratch(worker)", .. known, target.Pointer, plan.Named(turned)]);
            target.Steps.Add(step with { PackedFloats = turned.WinogradFloats, ScratchFloats = turned.WinogradScratch });
            return;
        }

        string bordered = window.BorderedCells == 0 ? "null" : plan.Named(node, "bordered", kept: false, $"{node.Stem}_dy, zeros around it");
        string[] values = target.Derivative is null ? [] : [plan.X(node)];
        Step direct = TrainingPlanner.Call(
            node, new BlockConvInputGradient(target.Derivative), "Run", true, [plan.Dy(node), weight, "Packed", bordered, .. values, target.Pointer, plan.Named(window)]);
        target.Steps.Add(direct with { PackedFloats = window.PackedFloats });
    }

    /// <summary>Cells that the gradient of the input needs for the output's gradient within a border.</summary>
    public static long BorderedCells(Fusion fusion, PlanNode node) => Turned(fusion.Options, node) is null
        ? new BlockWindow(ConvGeometry.Of((Convolution)node.Operation), default, default).BorderedCells
        : 0;

    private static BlockWindow Window(TrainingPlanner plan, PlanNode node) =>
        new(ConvGeometry.Of((Convolution)node.Operation), plan.View(node.Input), plan.View(node.Output));

    // The convolution whose output is the gradient of the input, where Winograd's form computes it.
    private static BlockWindow? Turned(PlanOptions options, PlanNode node)
    {
        var convolution = (Convolution)node.Operation;
        if (!WinogradChoice.InTraining(convolution, options) || LaneConvCells.Turned(ConvGeometry.Of(convolution)) is not { } turned)
        {
            return null;
        }

        return new BlockWindow(turned, Words.Plain(turned.Height.In, turned.Width.In), Words.Plain(turned.Height.Out, turned.Width.Out));
    }
}
