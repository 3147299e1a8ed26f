using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Emit;

/// <summary>Prints the facts of every layer as constants, for use in other constants and in tests.</summary>
internal static class FactsEmitter
{
    public static void Write(SourceWriter writer, ShapedNetwork network)
    {
        IReadOnlyDictionary<int, (long Height, long Width)> fields = ReceptiveField.Of(network.Layers);
        writer.Line("/// <summary>What is known of every layer at compile time.</summary>");
        writer.Block("public static class Facts", () =>
        {
            for (int i = 0; i < network.Layers.Count; i++)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                WriteLayer(writer, network.Layers[i], fields[i]);
            }
        });
    }

    private static void WriteLayer(SourceWriter writer, ShapedLayer layer, (long Height, long Width) field)
    {
        Shape output = layer.Output;
        writer.Line($"/// <summary>{PublicSurface.Xml($"{layer.Kind} {layer.Operation.Description}".Trim())}: {layer.Operation.Input} to {output}.</summary>");
        writer.Block($"public static class {Identifier(layer.Name)}", () =>
        {
            (string Type, string Name, long Value, string Unit)[] facts =
            [
                ("int", "OutputDepth", output.Depth, "Depth of the output"),
                ("int", "OutputHeight", output.Height, "Rows of the output"),
                ("int", "OutputWidth", output.Width, "Columns of the output"),
                ("int", "OutputChannels", output.Channels, "Channels of the output"),
                ("int", "OutputLength", output.Length, "Values of the output of one sample"),
                ("long", "ParameterCount", layer.Operation.TrainableCount, "Trainable parameters"),
                ("long", "Multiplies", layer.Operation.Multiplies, "Multiplications for one sample"),
                ("long", "OutputBytes", output.Length * sizeof(float), "Bytes of the output of one sample"),
                ("int", "ReceptiveFieldHeight", Math.Min(int.MaxValue, field.Height), "Input rows that one output value sees"),
                ("int", "ReceptiveFieldWidth", Math.Min(int.MaxValue, field.Width), "Input columns that one output value sees"),
            ];
            foreach ((string type, string name, long value, string unit) in facts)
            {
                writer.Line($"/// <summary>{unit}: {Describe.Count(value)}.</summary>");
                writer.Line($"public const {type} {name} = {Text.Literal(value)};");
            }
        });
    }

    /// <summary>The facts of a layer with their types, for the stub.</summary>
    public static IReadOnlyList<(string Type, string Name)> Names { get; } =
    [
        ("int", "OutputDepth"), ("int", "OutputHeight"), ("int", "OutputWidth"), ("int", "OutputChannels"), ("int", "OutputLength"),
        ("long", "ParameterCount"), ("long", "Multiplies"), ("long", "OutputBytes"),
        ("int", "ReceptiveFieldHeight"), ("int", "ReceptiveFieldWidth"),
    ];

    public static bool IsIdentifier(string name) => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(name);

    public static string Identifier(string name) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? name : "@" + name;
}
