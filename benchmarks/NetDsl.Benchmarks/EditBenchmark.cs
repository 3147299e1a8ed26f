using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using NetDsl.Analyzers;
using NetDsl.Generator;

namespace NetDsl.Benchmarks;

/// <summary>What a keystroke costs in an editor that has generator and analyzer loaded: ResNet-152, the largest of the classic networks.</summary>
internal static class EditBenchmark
{
    private const int Runs = 21;

    // An editor has been at work for a while: everything is compiled to the end before the first edit counts.
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(20);

    private const string Source = """
        using NetDsl;
        using NetDsl.Networks;

        [Network]
        [Input(224, 224, 3)]
        [ResidualStem]
        [Bottleneck(64, Repeat = 3)]
        [BottleneckStage(128, 8), BottleneckStage(256, 36), BottleneckStage(512, 3)]
        [GlobalAvgPool2d, Dense(1000), SoftmaxCrossEntropy]
        public sealed partial class ResNet152;

        public static class User { public static int Number() => 1000000; }
        """;

    public static void Run()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Benchmark", [CSharpSyntaxTree.ParseText(Source, path: "Network.cs")], References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new NetworkGenerator());
        GeneratorDriver warm = driver.RunGenerators(compilation);
        Console.WriteLine($"{warm.GetRunResult().GeneratedTrees.Length} sources, {warm.GetRunResult().GeneratedTrees.Sum(tree => tree.Length) / 1e6:F2} million characters");
        (string What, string Before, Func<int, string> After)[] edits =
        [
            ("inside, another number of classes", "Dense(1000)", edit => $"Dense({1001 + edit})"),
            ("inside, another number of blocks", "(256, 36)", edit => $"(256, {5 + edit})"),
            ("inside, another width of the last stage", "(512, 3)", edit => $"({480 + edit}, 3)"),
            ("inside, another input size", "224, 224", edit => $"{192 + edit}, 224"),
            ("inside, a fault", "Dense(1000)", edit => $"Dense({-1 - edit})"),
            ("elsewhere in the file", "1000000", edit => $"{1000001 + edit}"),
        ];
        for ((long start, int edit) = (Stopwatch.GetTimestamp(), Runs); Stopwatch.GetElapsedTime(start) < Warmup; edit++)
        {
            (_, string before, Func<int, string> after) = edits[edit % edits.Length];
            Measure(warm, Edited(compilation, before, after(edit)));
        }

        foreach ((string what, string before, Func<int, string> after) in edits)
        {
            Report(what, edit => Measure(warm, Edited(compilation, before, after(edit))));
        }
    }

    private static void Report(string what, Func<int, (double Generator, double Analyzer)> edit)
    {
        (double Generator, double Analyzer)[] times = [.. Enumerable.Range(0, Runs).Select(edit)];
        double[] sums = [.. times.Select(time => time.Generator + time.Analyzer).Order()];
        Console.WriteLine(
            $"{what}: best {sums[0]:F1} ms, median {sums[Runs / 2]:F1} ms; generator {Median(times.Select(time => time.Generator)):F1} ms, analyzer {Median(times.Select(time => time.Analyzer)):F1} ms");
    }

    // As an editor asks for the file that is open: the analyzer's time is what it spends in its own code, for binding the file is the
    // compiler's work and done with or without it.
    private static (double Generator, double Analyzer) Measure(GeneratorDriver warm, Compilation compilation)
    {
        long start = Stopwatch.GetTimestamp();
        warm.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        double generator = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var analyzer = new ShapeAnalyzer();
        CompilationWithAnalyzers analysis = output.WithAnalyzers([analyzer], options);
        analysis.GetAnalyzerSemanticDiagnosticsAsync(output.GetSemanticModel(output.SyntaxTrees.First()), null, CancellationToken.None).GetAwaiter().GetResult();
        AnalyzerTelemetryInfo telemetry = analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult();
        return telemetry.SymbolActionsCount > 0
            ? (generator, telemetry.ExecutionTime.TotalMilliseconds)
            : throw new InvalidOperationException("The analyzer saw nothing.");
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Runs / 2);

    private static CSharpCompilation Edited(CSharpCompilation compilation, string before, string after) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(Source.Replace(before, after, StringComparison.Ordinal), path: "Network.cs"));

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
}
