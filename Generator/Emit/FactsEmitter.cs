using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Emit;

/// <summary>Prints the facts of every layer and block as constants, for use in other constants and in tests.</summary>
internal static class FactsEmitter
{
    public static void Write(SourceWriter writer, ShapedNetwork network)
    {
        IReadOnlyDictionary<int, (long Height, long Width)> fields = ReceptiveField.Of(network.Layers);
        Dictionary<string, int> layers = Enumerable.Range(0, network.Layers.Count)
            .ToDictionary(index => network.Layers[index].Name, StringComparer.Ordinal);
        Dictionary<string, ShapedBlock> blocks = network.Blocks.ToDictionary(block => block.Path, StringComparer.Ordinal);
        FactsText Text(string path) => blocks.TryGetValue(path, out ShapedBlock? block)
            ? OfBlock(writer, block, network)
            : OfLayer(writer, network.Layers[layers[path]], fields[layers[path]]);
        writer.Line("/// <summary>What is known of every layer at compile time.</summary>");
        writer.Block("public static class Facts", () =>
            FactsTree.Of(network.Layers.Select(layer => layer.Name).Concat(blocks.Keys)).Write(writer, Text));
    }

    private static FactsText OfLayer(SourceWriter writer, ShapedLayer layer, (long Height, long Width) field) => new(
        $"{PublicSurface.Xml($"{layer.Kind} {layer.Operation.Description}".Trim())}: {layer.Operation.Input} to {layer.Output}.",
        () => Constants(writer, [
            .. Outputs(layer.Output),
            layer.Operation.TrainableCount, layer.Operation.Multiplies, layer.Output.Length * sizeof(float),
            Math.Min(int.MaxValue, field.Height), Math.Min(int.MaxValue, field.Width),
        ]));

    private static FactsText OfBlock(SourceWriter writer, ShapedBlock block, ShapedNetwork network)
    {
        ShapedLayer[] inside = [.. Enumerable.Range(block.First, block.Count).Select(index => network.Layers[index])];
        return new($"{inside.Length} layers together, to {block.Output}.", () => Constants(writer, [
            .. Outputs(block.Output), inside.Sum(layer => layer.Operation.TrainableCount), inside.Sum(layer => layer.Operation.Multiplies),
        ]));
    }

    private static long[] Outputs(Shape output) => [output.Depth, output.Height, output.Width, output.Channels, output.Length];

    // A block has the first of them: it has no output of its own, and no window.
    private static void Constants(SourceWriter writer, long[] values)
    {
        foreach (((string type, string name, string unit), long value) in Names.Zip(values, (fact, value) => (fact, value)))
        {
            writer.Line($"/// <summary>{unit}: {Describe.Count(value)}.</summary>");
            writer.Line($"public const {type} {name} = {Text.Literal(value)};");
        }
    }

    /// <summary>The facts of a layer with their types and meanings.</summary>
    public static IReadOnlyList<(string Type, string Name, string Unit)> Names { get; } =
    [
        ("int", "OutputDepth", "Depth of the output"),
        ("int", "OutputHeight", "Rows of the output"),
        ("int", "OutputWidth", "Columns of the output"),
        ("int", "OutputChannels", "Channels of the output"),
        ("int", "OutputLength", "Values of the output of one sample"),
        ("long", "ParameterCount", "Trainable parameters"),
        ("long", "Multiplies", "Multiplications for one sample"),
        ("long", "OutputBytes", "Bytes of the output of one sample"),
        ("int", "ReceptiveFieldHeight", "Input rows that one output value sees"),
        ("int", "ReceptiveFieldWidth", "Input columns that one output value sees"),
    ];

    /// <summary>Whether the compiler would warn of a class whose name is in lower case.</summary>
    public static bool InLowerCase(IEnumerable<string> paths) =>
        paths.SelectMany(path => path.Split('.')).Any(name => name.All(letter => letter is >= 'a' and <= 'z'));

    public static bool IsIdentifier(string path) => path.Split('.').All(Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier);

    public static string Identifier(string name) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? name : "@" + name;
}
