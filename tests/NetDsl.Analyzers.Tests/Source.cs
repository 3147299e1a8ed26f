using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generator.Model;
using NetDsl.Generator.Parsing;
using NetDsl.Generator.Shapes;

namespace NetDsl.Analyzers.Tests;

/// <summary>Compiles source text against the DSL, and takes it through the front end.</summary>
internal static class Source
{
    public const string LeNet = """
        [Network]
        [Input(32, 32, 1)]
        [Conv2d(5, 5, 6, Padding.Valid, Name = "C1"), Tanh]
        [AvgPool2d(2, 2)]
        [Conv2d(5, 5, 16), Tanh]
        [AvgPool2d(2, 2)]
        [Dense(120), Tanh]
        [Dense(84), Tanh]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public sealed partial class LeNet5;
        """;

    public const string Residual = """
        [Network, Input(32, 32, 3)]
        [Conv2d(3, 3, 16, Padding.Same, Name = "Stem"), BatchNorm, Relu]
        [Unit(16, Repeat = 2), Stage(32, 3, Name = "Deep")]
        [Branch, GlobalAvgPool2d, Dense(10), Output("aux", LossWeight = 0.3)]
        [Concat("Deep.Unit1.Conv2d1"), GlobalAvgPool2d, Dense(10), SoftmaxCrossEntropy]
        public sealed partial class ResNet;

        public sealed class UnitAttribute : BlockAttribute
        {
            [Branch, Conv2d(3, 3, nameof(width), Padding.Same, Stride = nameof(stride), Bias = false), BatchNorm, Relu]
            [Branch, Shortcut(nameof(width), Stride = nameof(stride))]
            [Add, Relu]
            public UnitAttribute(object width, int stride = 1) { }
        }

        [method: Unit(nameof(width), 2), Unit(nameof(width), Repeat = $"{nameof(units)}-1")]
        public sealed class StageAttribute(int width, int units) : BlockAttribute;
        """;

    /// <summary>What stands before every source text.</summary>
    public const string Header = "using NetDsl;\n";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "netstandard.dll")
            .Append(typeof(NetworkAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Compile(params string[] sources) => Compile(OptimizationLevel.Release, sources);

    public static CSharpCompilation Compile(OptimizationLevel level, params string[] sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        IEnumerable<SyntaxTree> trees = sources.Select((text, index) => CSharpSyntaxTree.ParseText(
            Header + text, options, $"Source{index}.cs"));
        return CSharpCompilation.Create("Tests", trees, References, new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level));
    }

    public static NetworkModel Parse(params string[] sources) =>
        NetworkParser.Parse(NetworkTypes(Compile(sources)).First(), CancellationToken.None);

    public static ShapedNetwork Infer(params string[] sources) => ShapeInference.Infer(Parse(sources));

    /// <summary>The layers' attributes alone, on a class that fits.</summary>
    public static ShapedNetwork InferLayers(string attributes) => Infer($"[Network, {attributes}] partial class N;");

    public static IEnumerable<INamedTypeSymbol> NetworkTypes(Compilation compilation) => compilation
        .GetSymbolsWithName(_ => true, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .Where(type => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(NetworkAttribute)));
}
