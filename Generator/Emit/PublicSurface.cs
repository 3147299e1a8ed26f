using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator.Emit;

/// <summary>Prints the user's class: counts, facts, prediction, parameters, training, files.</summary>
internal static class PublicSurface
{
    public static void Write(SourceWriter writer, NetworkPlan plan, FactsEmitter facts)
    {
        NetworkModel model = plan.Network.Model;
        IReadOnlyList<string> table = NetworkTable.Lines(plan, kernels: false);
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        writer.Lines(table.Select(line => "/// " + Xml(line)));
        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
        writer.Block($"{Header(model)} : global::NetDsl.{(plan.Training is null ? "INetwork" : "ITrainableNetwork")}<{model.Name}>", () =>
        {
            writer.Line("private readonly global::NetDsl.Runtime.InferenceEngine generatedEngine;");
            writer.Line();
            Constants(writer, plan, table);
            writer.Line();
            Construction(writer, model, table);
            writer.Line();
            Prediction(writer);
            if (plan.Training is not null)
            {
                writer.Line();
                writer.Line("/// <summary>Opens a training pass; the network has one at a time, so dispose it before you open another.</summary>");
                writer.Line("/// <param name=\"batch\">The largest number of samples that a step will bring.</param>");
                writer.Line("/// <param name=\"threads\">How many threads work on a step; 0 means all cores. The result does not depend on it.</param>");
                writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">Another pass of this network is open.</exception>");
                writer.Line($"public global::NetDsl.TrainingPass CreateTrainingPass(int batch, int threads = 0) => new {Names.Pass(model)}(generatedEngine, batch, threads);");
            }

            writer.Line();
            Files(writer, model);
            writer.Line();
            facts.Write(writer);
            writer.Line();
            Interface(writer, plan.Network);
        });
    }

    public static string Header(NetworkModel model) =>
        string.Join(" ", new[] { model.Accessibility, model.Modifiers, $"partial class {model.Name}" }.Where(word => word.Length > 0));

    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static void Constants(SourceWriter writer, NetworkPlan plan, IReadOnlyList<string> table)
    {
        ShapedNetwork network = plan.Network;
        long parameters = network.Layers.Sum(layer => layer.Operation.TrainableCount);
        long multiplies = network.Layers.Sum(layer => layer.Operation.Multiplies);
        Constant(writer, "int", "InputLength", network.Model.Input.Length, $"Floats in one sample, {network.Model.Input}.");
        Constant(writer, "int", "OutputLength", network.Output.Length, $"Floats in the output of one sample, {network.Output}.");
        Constant(writer, "long", "ParameterCount", parameters, "Trainable parameters.");
        Constant(writer, "long", "InferenceParameterCount", network.PredictingLayers.Sum(layer => layer.Operation.TrainableCount), "Trainable parameters that prediction uses.");
        Constant(writer, "long", "ParameterBytes", parameters * sizeof(float), "Bytes of the trainable parameters.");
        Constant(writer, "long", "Multiplies", multiplies, "Multiplications in convolutions and dense layers of one forward pass of one sample.");
        Constant(writer, "long", "InferenceBytes", plan.InferenceBytes, "Bytes of activation memory for the inference of one sample, buffers reused.");
        Constant(writer, "long", "InferenceScratchBytes", plan.Inference.ScratchFloats * sizeof(float), "Bytes of scratch memory that prediction takes beside <see cref=\"InferenceBytes\"/>, for each thread that works on it.");
        Constant(writer, "long", "PackedParameterBytes", plan.Inference.PackedFloats * sizeof(float), "Bytes of the weights that prediction keeps a second time, in the order in which its kernels read them.");
        Constant(writer, "long", "TrainingBytes", plan.TrainingBytes, "Bytes of activations and their gradients that one sample's backward pass needs.");
        Constant(writer, "long", "TrainingPackedBytes", (plan.Training?.PackedFloats ?? 0) * sizeof(float), "Bytes that a training pass takes for weights in the order in which its kernels read them.");
        Constant(writer, "long", "TrainingScratchBytes", (plan.Training?.ScratchFloats ?? 0) * sizeof(float), "Bytes of scratch memory that a training pass takes beside that, for each thread.");
        writer.Line("/// <summary>The network as a table.</summary>");
        writer.Line("public const string Summary =");
        writer.Indented(() =>
        {
            for (int i = 0; i < table.Count; i++)
            {
                string end = i == table.Count - 1 ? ";" : " +";
                writer.Line($"\"{table[i]}{(i == table.Count - 1 ? "" : "\\n")}\"{end}");
            }
        });
    }

    private static void Constant(SourceWriter writer, string type, string name, long value, string summary)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"public const {type} {name} = {Text.Literal(value)};");
    }

    private static void Construction(SourceWriter writer, NetworkModel model, IReadOnlyList<string> table)
    {
        string constructor = model.Name;
        writer.Line("/// <summary>A network with freshly drawn parameters; the same seed gives the same bits.</summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        writer.Lines(table.Select(line => "/// " + Xml(line)));
        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
        writer.Line($"public {constructor}(int seed = 0) : this(new {Names.Inference(model)}()) => generatedEngine.Initialize(seed);");
        writer.Line();
        writer.Line($"private {constructor}(global::NetDsl.Runtime.InferenceEngine engine) => generatedEngine = engine;");
    }

    private static void Prediction(SourceWriter writer) => writer.Lines(
    [
        "/// <summary>How many threads a prediction may use; all cores unless set. The result does not depend on it.</summary>",
        "public int Threads { get => generatedEngine.Threads; set => generatedEngine.Threads = value; }",
        "",
        "/// <summary>All parameters by name, in the order of the layers.</summary>",
        "public global::NetDsl.ParameterSet Parameters => generatedEngine.Parameters;",
        "",
        "/// <summary>Computes the output of every sample in <paramref name=\"input\"/>; any number of threads may call it at once.</summary>",
        "/// <param name=\"input\">Samples of <see cref=\"InputLength\"/> floats one after the other, channels last.</param>",
        "/// <param name=\"output\">Receives <see cref=\"OutputLength\"/> floats a sample.</param>",
        "/// <exception cref=\"global::System.ArgumentException\">A length does not fit.</exception>",
        "public void Predict(global::System.ReadOnlySpan<float> input, global::System.Span<float> output) => generatedEngine.Predict(input, output, probabilities: true);",
        "",
        "/// <summary>Computes the output of every sample in <paramref name=\"input\"/>.</summary>",
        "/// <param name=\"input\">Samples of <see cref=\"InputLength\"/> floats one after the other, channels last.</param>",
        "/// <exception cref=\"global::System.ArgumentException\">The length is not a multiple of a sample's.</exception>",
        "public float[] Predict(global::System.ReadOnlySpan<float> input)",
        "{",
        "    var output = new float[generatedEngine.CountSamples(input.Length) * OutputLength];",
        "    generatedEngine.Predict(input, output, probabilities: true);",
        "    return output;",
        "}",
        "",
        "/// <summary>Computes what enters the loss: for a classifier the logits, before the softmax.</summary>",
        "/// <param name=\"input\">Samples of <see cref=\"InputLength\"/> floats one after the other, channels last.</param>",
        "/// <param name=\"output\">Receives <see cref=\"OutputLength\"/> floats a sample.</param>",
        "/// <exception cref=\"global::System.ArgumentException\">A length does not fit.</exception>",
        "public void PredictLogits(global::System.ReadOnlySpan<float> input, global::System.Span<float> output) => generatedEngine.Predict(input, output, probabilities: false);",
    ]);

    private static void Files(SourceWriter writer, NetworkModel model)
    {
        string label = model.FullName.Substring(model.FullName.LastIndexOf('.') + 1);
        writer.Line("/// <summary>Writes all parameters to a safetensors file; the file appears whole or not at all.</summary>");
        writer.Line($"public void Save(string path) => global::NetDsl.Runtime.NetworkFile.Save(path, generatedEngine.Parameters, \"{label}\");");
        writer.Line();
        writer.Line("/// <summary>Reads a network from a safetensors file.</summary>");
        writer.Line("/// <exception cref=\"global::System.IO.InvalidDataException\">The file is damaged, or its names or shapes are another network's.</exception>");
        writer.Block($"public static {model.Name} Load(string path)", () =>
        {
            writer.Line($"var network = new {model.Name}(new {Names.Inference(model)}());");
            writer.Line($"global::NetDsl.Runtime.NetworkFile.Load(path, network.generatedEngine.Parameters, \"{label}\");");
            writer.Line("return network;");
        });
    }

    private static void Interface(SourceWriter writer, ShapedNetwork network)
    {
        NetworkModel model = network.Model;
        string self = $"global::NetDsl.INetwork<{model.Name}>";
        foreach ((string type, string name) in new[]
        {
            ("int", "InputLength"), ("int", "OutputLength"), ("long", "ParameterCount"), ("long", "Multiplies"),
            ("long", "InferenceBytes"), ("long", "TrainingBytes"), ("string", "Summary"),
        })
        {
            writer.Line($"static {type} {self}.{name} => {name};");
        }

        if (network.Loss is { SmallerIsLikelier: true } loss)
        {
            writer.Line($"static global::NetDsl.LabelCriterion {self}.Criterion {{ get; }} = global::NetDsl.LabelCriterion.MaximumAPosteriori({Text.Double(loss.RubbishPenalty)});");
        }

        writer.Line();
        writer.Line($"static {model.Name} {self}.Create(int seed) => new(seed);");
    }
}
