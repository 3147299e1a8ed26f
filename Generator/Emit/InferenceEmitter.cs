using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Emit;

/// <summary>Prints the inference of a network: where everything stands, and the kernels in order.</summary>
internal static class InferenceEmitter
{
    // Below some ten million multiplications (100 microseconds) a second thread costs more than it brings.
    private const long WorthSplitting = 10_000_000;

    // A value that is written takes about as long, where little is computed for it.
    private const long MultipliesOfValue = 20;

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        InferenceProgram program = plan.Inference;
        writer.Line("/// <summary>One sample forward; the worker is alone unless the network is large enough to share a sample.</summary>");
        writer.Block($"public sealed unsafe class Inference : InferenceEngine{(program.Group is null ? "" : ", IGroupedInference")}", () =>
        {
            ConstantsEmitter.Write(writer, "Activations, in floats from the start of the arena; those that are never alive together share space.", program.Activations);
            ConstantsEmitter.Write(writer, "Weights in the order in which the kernels read them, in floats from the start of their block.", program.Packed);
            if (program.Group is { } rows)
            {
                ConstantsEmitter.Write(writer, "A group of samples of a batch, in floats from the start of its memory.", rows.Rows);
            }

            Constructor(writer, plan, program);
            writer.Line();
            writer.Block("protected override void Pack(float* w, float* packed)", () => writer.Lines(program.PackSteps.Select(step => step.Call)));
            writer.Line();
            writer.Block("protected override void Forward(float* a, float* w, float* packed, float* scratch, float* input, float* output, Worker worker)", () => WriteForward(writer, program));
            if (program.Group is { } group)
            {
                WriteGroup(writer, program, group);
            }
        });
    }

    private static void WriteForward(SourceWriter writer, InferenceProgram program)
    {
        if (program.Group is null || !program.Head.Any())
        {
            StepsEmitter.Write(writer, program.Steps);
            return;
        }

        writer.Line("Head(a, w, packed, scratch, input, worker);");
        writer.Line("worker.Barrier();");
        writer.Line();
        StepsEmitter.Write(writer, program.Steps.Skip(program.Head.Count()).ToEquatableArray());
    }

    private static void WriteGroup(SourceWriter writer, InferenceProgram program, GroupProgram group)
    {
        writer.Line();
        writer.Line("/// <summary>One sample up to the dense layers at the end.</summary>");
        writer.Block("public void Head(float* a, float* w, float* packed, float* scratch, float* input, Worker worker)", () => StepsEmitter.Write(writer, program.Head.ToEquatableArray()));
        writer.Line();
        writer.Line($"/// <summary>Those layers for {CellDenseGroup.Samples} samples, so that their weights come from memory once.</summary>");
        writer.Block("public void Tail(float* g, float* w, Worker worker)", () => StepsEmitter.Write(writer, group.Steps));
    }

    private static void Constructor(SourceWriter writer, NetworkPlan plan, InferenceProgram program)
    {
        ShapedNetwork network = plan.Network;
        bool splits = network.Layers.Sum(layer => layer.Operation.Multiplies + (MultipliesOfValue * layer.Operation.Output.Length)) >= WorthSplitting;
        writer.Line("public Inference() : base(");
        writer.Indented(() =>
        {
            writer.Line("new InferencePlan(");
            writer.Indented(() =>
            {
                writer.Line($"Network: \"{DisplayName(network.Model)}\", InputShape: \"{network.Model.Input.ToString().Replace("x", " x ")}\",");
                writer.Line($"Input: {StepsEmitter.Layout(program.Input, 1)},");
                writer.Line($"OutputOffset: {program.OutputConstant}, OutputLength: {Text.Literal(network.Output.Length)}, OutputChannels: {network.Output.Channels}, Loss: {LossKind(network)},");
                writer.Line($"ArenaFloats: {Text.Literal(program.ArenaFloats)}, PackedFloats: {Text.Literal(program.PackedFloats)}, ScratchFloats: {Text.Literal(program.ScratchFloats)}, InputStays: {(program.InputStays ? "true" : "false")}, OutputLeaves: {(program.OutputLeaves ? "true" : "false")}, SplitsOneSample: {(splits ? "true" : "false")}{(program.Group is null ? ")," : ",")}");
                if (program.Group is { } group)
                {
                    writer.Line($"Group: new GroupPlan(Samples: {CellDenseGroup.Samples}, Features: {group.Features}, FeatureFloats: {group.FeatureFloats}, FeatureRow: {CellDenseGroup.Pitch(group.FeatureFloats)}, Output: {group.OutputRows}, OutputRow: {CellDenseGroup.Pitch((int)network.Output.Length)}, Floats: {Text.Literal(group.Floats)})),");
                }
            });
            if (plan.Parameters.Count == 0)
            {
                writer.Line("new ParameterStore())");
                return;
            }

            writer.Line("new ParameterStore(new ParameterSpec[]");
            writer.Line("{");
            writer.Indented(() => writer.Lines(plan.Parameters.Select(parameter => Spec(parameter) + ",")));
            writer.Line("}))");
        });
        writer.Line("{");
        writer.Line("}");
    }

    public static string DisplayName(NetworkModel model) => model.Name.TrimStart('@');

    public static string LossKind(ShapedNetwork network) => $"LossKind.{network.Loss?.Kind ?? "None"}";

    private static string Spec(PlannedParameter parameter)
    {
        ParameterModel model = parameter.Model;
        string shape = string.Join(", ", model.Shape.Select(dimension => Text.Literal(dimension)));
        string constant = model.Constant == 0 ? "" : $", Constant: {Text.Double(model.Constant)}";
        string connections = model.Connections is null ? "" : $", Connections: \"{model.Connections.Rows}\"";
        string trainable = model.Trainable ? "" : ", Trainable: false";
        string signs = model.Signs.Length == 0 ? "" : $", Signs: \"{model.Signs}\"";
        return $"new(\"{parameter.Name}\", new int[] {{ {shape} }}, global::NetDsl.Initializer.{model.Initializer}, {Text.Double(model.Scale)}, FanIn: {Text.Literal(model.FanIn)}, FanOut: {Text.Literal(model.FanOut)}{constant}{trainable}{connections}{signs})";
    }
}
