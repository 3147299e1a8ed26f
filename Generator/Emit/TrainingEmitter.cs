using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Emit;

/// <summary>Prints the training pass of a network: memory of a group of samples, kernels forward and backward.</summary>
internal static class TrainingEmitter
{
    public static void Write(SourceWriter writer, NetworkPlan plan, TrainingProgram program)
    {
        bool blocks = program.Form == TrainingForm.Blocks;
        writer.Line($"/// <summary>A batch forward and backward, {(blocks ? "sample by sample, 16 channels in a cell" : "in groups of 16 samples")}.</summary>");
        writer.Block("public sealed unsafe class Pass : LanePass", () =>
        {
            ConstantsEmitter.Write(writer, $"Memory of a {(blocks ? "sample" : "group")}, in floats. Activations stay until the backward pass; gradients that are never alive together share space.", program.Constants);
            writer.Line($"public const int GroupFloats = {Text.Literal(program.GroupFloats)};");
            writer.Line();
            Windows(writer, program);
            Plan(writer, plan, program);
            writer.Line();
            writer.Line("public Pass(InferenceEngine engine, int batch, int threads) : base(Plan, engine, batch, threads)");
            writer.Line("{").Line("}").Line();
            Method(writer, "protected override void Forward(Worker worker)", program.Forward, "float* a = Arena, w = Weights;");
            writer.Line();
            Method(writer, "protected override void Backward(Worker worker)", program.Backward, "float* a = Arena, w = Weights, g = Gradients;");
            writer.Line();
            Method(writer, "protected override void BackwardToInput(Worker worker)", program.BackwardToInput, "float* a = Arena, w = Weights, g = Gradients;");
            writer.Line();
            Linear(writer, program);
        });
    }

    private static void Method(SourceWriter writer, string header, EquatableArray<Step> steps, string pointers) => writer.Block(header, () =>
    {
        if (steps.Count > 0)
        {
            writer.Line(pointers).Line();
            StepsEmitter.Write(writer, steps);
        }
    });

    private static void Linear(SourceWriter writer, TrainingProgram program)
    {
        writer.Line("// A layer's own output, before the activation that its kernel applies: recomputed on request, over memory of the gradients.");
        writer.Block("protected override void Linear(int layer, Worker worker)", () =>
        {
            if (program.Linear.Count == 0)
            {
                return;
            }

            writer.Line("float* a = Arena, w = Weights;").Line();
            writer.Block("switch (layer)", () =>
            {
                for (int i = 0; i < program.Linear.Count; i++)
                {
                    writer.Line($"case {i}: // {program.Linear[i].Layer}");
                    int index = i;
                    writer.Indented(() => writer.Line(program.Linear[index].Call).Line("break;"));
                }
            });
        });
    }

    private static void Plan(SourceWriter writer, NetworkPlan plan, TrainingProgram program)
    {
        string rubbish = plan.Network.Loss is { RubbishPenalty: > 0 } penalized ? $", RubbishPenalty: {Text.Double(penalized.RubbishPenalty)}" : "";
        string form = program.Form == TrainingForm.Blocks ? $", GroupSamples: 1, PackedFloats: {Text.Literal(program.PackedFloats)}" : "";
        writer.Line("private static readonly PassPlan Plan = new(");
        writer.Indented(() =>
        {
            writer.Line($"Network: \"{InferenceEmitter.DisplayName(plan.Network.Model)}\", InputShape: \"{plan.Network.Model.Input.ToString().Replace("x", " x ")}\",");
            writer.Line($"Input: {StepsEmitter.Layout(program.Input, Level.CellFloats)},");
            writer.Line($"Output: {StepsEmitter.Layout(program.Output, Level.CellFloats)},");
            writer.Line($"OutputGradient: {StepsEmitter.Layout(program.OutputGradient, Level.CellFloats)},");
            writer.Line($"InputGradient: {StepsEmitter.Layout(program.InputGradient, Level.CellFloats)},");
            Heads(writer, program);
            writer.Line("Activations: new ActivationPlan[]");
            writer.Line("{");
            writer.Indented(() => writer.Lines(program.Activations.Select(place =>
                $"new(\"{place.Name}\", {StepsEmitter.Layout(place.Layout, Level.CellFloats)}{(place.Linear < 0 ? "" : $", Linear: {place.Linear}")}),")));
            writer.Line("},");
            writer.Line($"Loss: {InferenceEmitter.LossKind(plan.Network)}, Classes: {plan.Network.Output.Channels}, GroupFloats: GroupFloats, ScratchFloats: {Text.Literal(program.ScratchFloats)}, UpdatesStatistics: {(plan.Parameters.Any(parameter => parameter.Model.IsStatistic) ? "true" : "false")}{rubbish}{form});");
        });
    }

    private static void Windows(SourceWriter writer, TrainingProgram program)
    {
        if (program.Windows.Count == 0)
        {
            return;
        }

        writer.Line("// Sizes of convolutions, and distances in floats, for kernels that layers of all sizes share.");
        foreach (WindowConstant window in program.Windows)
        {
            writer.Line($"private static readonly BlockConvolution {window.Name} = new(");
            writer.Indented(() => writer.Lines(Text.Flow((window.Literal + ");").Split(' '))));
        }

        writer.Line();
    }

    private static void Heads(SourceWriter writer, TrainingProgram program)
    {
        if (program.Heads.Count == 0)
        {
            writer.Line("Heads: new HeadPlan[0],");
            return;
        }

        writer.Line("Heads: new HeadPlan[]");
        writer.Line("{");
        writer.Indented(() => writer.Lines(program.Heads.Select(head =>
            $"new(\"{head.Name}\", {Text.Double(head.LossWeight)}, {StepsEmitter.Layout(head.Output, Level.CellFloats)}, {StepsEmitter.Layout(head.Gradient, Level.CellFloats)}),")));
        writer.Line("},");
    }
}
