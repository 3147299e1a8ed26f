using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Generator;

namespace NetDsl.Benchmarks;

/// <summary>The generator at work in a compiler that stays alive, as in an editor.</summary>
internal static class GeneratorBenchmark
{
    private const int Runs = 30;

    private const string Source = """
        using NetDsl;

        [Network]
        [Input(32, 32, 1)]
        [Conv2d(5, 5, 6, NetDsl.Padding.Valid, Name = "C1"), Tanh]
        [AvgPool2d(2, 2)]
        [Conv2d(5, 5, 16), Tanh]
        [AvgPool2d(2, 2)]
        [Dense(120), Tanh]
        [Dense(84), Tanh]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public sealed partial class LeNet5;
        """;

    public static void Run()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Benchmark",
            [Parse(Source), Parse("class Other { int number = 0; }")],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new NetworkGenerator());
        GeneratorDriver warm = driver.RunGenerators(compilation);
        GeneratorDriverRunResult result = warm.GetRunResult();
        Console.WriteLine($"{result.GeneratedTrees.Length} sources, {result.GeneratedTrees.Sum(tree => tree.Length) / 1e6:F2} million characters");
        Report("from nothing", () => driver.RunGenerators(compilation));
        int edit = 0;
        Report("an edit inside: another number of filters", () => warm.RunGenerators(Replace(compilation, 0, Source.Replace("Conv2d(5, 5, 16)", $"Conv2d(5, 5, {16 + (++edit % 8)})"))));
        Report("an edit elsewhere in the project", () => warm.RunGenerators(Replace(compilation, 1, $"class Other {{ int number = {++edit}; }}")));
    }

    private static void Report(string what, Action action)
    {
        (double best, double median) = Measure.Seconds(Runs, action);
        Console.WriteLine($"{what}: best {best * 1e3:F2} ms, median {median * 1e3:F2} ms");
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source);

    private static CSharpCompilation Replace(CSharpCompilation compilation, int index, string source) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[index], Parse(source));

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
}
