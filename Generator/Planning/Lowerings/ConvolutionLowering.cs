using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning.Lowerings;

/// <summary>A convolution: filters in the lanes for one sample, samples or filters in the lanes for a batch.</summary>
internal sealed class ConvolutionLowering : Lowering
{
    public override bool Fuses => true;

    public override bool WritesApart => true;

    public override bool Folds(Operation operation) => true;

    public override bool AddsResidual => true;

    public override bool ReadsOnlyValues(Operation operation) => operation is not DepthwiseConvolution || operation.Input.Channels >= Level.CellFloats;

    public override Halo HaloOf(Operation operation, PlanOptions options)
    {
        var convolution = (Convolution)operation;
        return WinogradChoice.Of(convolution, options) is { } form
            ? WinogradChoice.HaloOf(convolution, form)
            : Halo.Of(convolution.Height, convolution.Width);
    }

    public override long ScratchCells(Fusion fusion, PlanNode node, TrainingForm form) =>
        form == TrainingForm.Blocks ? BlockConvolutions.BorderedCells(fusion, node) : 0;

    public override void Infer(InferencePlanner plan, PlanNode node)
    {
        var convolution = (Convolution)node.Operation;
        var geometry = ConvGeometry.Of(convolution);
        (int row, CellView y, bool biased, bool scaled) = (plan.View(node.Input).RowPitch, plan.View(node.Output), convolution.Bias || node.Norm is not null, node.Norm is not null);
        CellView? residual = node.Residual is { } other ? plan.View(other) : null;
        ConvolutionKernel kernel = WinogradChoice.Of(convolution, plan.Options) is { } form
            ? new CellWinograd(geometry, form, row, y, biased, scaled, residual, node.Fused)
            : convolution is DepthwiseConvolution { Multiplier: 1 } && plan.Unroll != Unroll.Full
            ? new CellDepthwise(geometry, row, BorderChoice.LeavesOut(convolution, node.Input, plan.Options), y, biased, scaled, residual, node.Fused, plan.Unroll)
            : FullUnroll.Limit(new CellConv(geometry, row, y, biased, scaled, residual, node.Fused, plan.Unroll));
        (string scale, string bias) = node.Norm is { } norm
            ? NormalizationLowering.Fold(plan, norm.Stem, norm.Operation, Bias(node))
            : ("", Bias(node));
        string packed = plan.AddPacked(Packed(node), kernel.PackedFloats, $"{geometry}");
        string[] scales = scaled ? [scale] : [], addend = node.Adds ? [plan.X(node, node.Inputs.Count - 1)] : [], scratch = kernel.ScratchFloats > 0 ? ["scratch"] : [];
        plan.AddPackStep(Step.Of(node.Name, kernel, "Pack", false, [Weight(node), .. scales, $"packed + {packed}"]));
        plan.AddStep(node, kernel, [plan.X(node), $"packed + {packed}", bias, .. addend, plan.Y(node), .. scratch, "worker"]);
    }

    public override Step ForwardStep(TrainingPlanner plan, PlanNode node, string y, bool activate)
    {
        if (plan.Form == TrainingForm.Blocks)
        {
            return BlockConvolutions.Forward(plan, node, y, Weight(node), Bias(node), Flag(node, activate));
        }

        var convolution = (Convolution)node.Operation;
        var geometry = ConvGeometry.Of(convolution);
        if (ByCells(convolution))
        {
            var cells = new LaneConvCells(geometry, plan.View(node.Input), plan.View(node.Output), convolution.Bias, node.Fused, Gradient: false, default);
            return TrainingPlanner.Call(node, cells, "Forward", true, [plan.X(node), Weight(node), Bias(node), y, .. Flag(node, activate), .. Scratch]);
        }

        var kernel = new LaneConvForward(geometry, plan.View(node.Input), plan.View(node.Output), convolution.Bias, node.Fused, plan.Rolled);
        return TrainingPlanner.Call(node, kernel, "Forward", true, [plan.X(node), Weight(node), Bias(node), y, .. Flag(node, activate)]);
    }

    public override void ParameterGradients(TrainingPlanner plan, PlanNode node)
    {
        var convolution = (Convolution)node.Operation;
        string weights = $"g + {node.Stem}_{convolution.WeightName}", bias = $"g + {node.Stem}_bias";
        if (plan.Form == TrainingForm.Blocks)
        {
            BlockConvolutions.ParameterGradients(plan, node, weights, bias);
            return;
        }

        if (ByCells(convolution))
        {
            var cells = new LaneConvWeightCells(ConvGeometry.Of(convolution), plan.View(node.Input));
            plan.AddBackward(TrainingPlanner.Call(node, cells, "Run", false, [plan.X(node), plan.Dy(node), weights, .. Scratch]));
            if (convolution.Bias)
            {
                var sums = new LaneBiasGradient(convolution.Filters, convolution.Height.Out * convolution.Width.Out);
                plan.AddBackward(TrainingPlanner.Call(node, sums, "Run", false, plan.Dy(node), bias));
            }

            return;
        }

        var kernel = new LaneConvWeightGradient(ConvGeometry.Of(convolution), plan.View(node.Input), convolution.Bias);
        plan.AddBackward(TrainingPlanner.Call(node, kernel, "Weights", false, plan.X(node), plan.Dy(node), weights));
        if (convolution.Bias)
        {
            plan.AddBackward(TrainingPlanner.Call(node, kernel, "Bias", false, plan.Dy(node), bias));
        }
    }

    public override void InputGradient(TrainingPlanner plan, PlanNode node, GradientTarget target)
    {
        if (plan.Form == TrainingForm.Blocks)
        {
            BlockConvolutions.InputGradient(plan, node, target, Weight(node));
            return;
        }

        var convolution = (Convolution)node.Operation;
        LaneView known = target.Derivative is null ? default : plan.View(node.Input);
        if (ByCells(convolution) && LaneConvCells.Turned(ConvGeometry.Of(convolution)) is { } turned)
        {
            LaneView dy = Words.Plain(turned.Height.In, turned.Width.In), dx = Words.Plain(turned.Height.Out, turned.Width.Out);
            var cells = new LaneConvCells(turned, dy, dx, Bias: false, target.Derivative, Gradient: true, known);
            string[] derivative = target.Derivative is null ? [] : [plan.X(node)];
            target.Steps.Add(TrainingPlanner.Call(node, cells, "Run", true, [plan.Dy(node), Weight(node), .. derivative, target.Pointer, .. Scratch]));
            return;
        }

        var kernel = new LaneConvInputGradient(ConvGeometry.Of(convolution), known, target.Derivative, plan.Rolled);
        string[] values = target.Derivative is null ? [] : [plan.X(node)];
        target.Steps.Add(TrainingPlanner.Call(node, kernel, "Run", true, [plan.Dy(node), Weight(node), .. values, target.Pointer]));
    }

    // What kernels with channels in the lanes get besides: memory of the thread's own, and how many lanes hold a sample.
    private static string[] Scratch => ["Scratch(worker)", "Samples"];

    private static bool ByCells(Convolution convolution) => convolution.Connections is null && LaneConvCells.Fits(ConvGeometry.Of(convolution));

    private static string Weight(PlanNode node) => $"w + {node.Stem}_{((Convolution)node.Operation).WeightName}";

    private static string Packed(PlanNode node) => ((Convolution)node.Operation).Part is { Length: > 0 } part ? $"{node.Stem}_{part}_packed" : node.Stem + "_packed";

    private static string Bias(PlanNode node) => ((Convolution)node.Operation).Bias ? $"w + {node.Stem}_bias" : "null";
}
