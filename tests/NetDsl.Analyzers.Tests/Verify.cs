using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetDsl.Testing.Harness;

namespace NetDsl.Analyzers.Tests;

/// <summary>Runs the analyzer over source text in which <c>[|...|]</c> marks the place of each expected diagnostic.</summary>
internal static class Verify
{
    private const string Open = "[|";
    private const string Close = "|]";

    /// <summary>One diagnostic at the mark.</summary>
    public static void Reports(string id, string message, params string[] sources) => Reports([(id, message)], sources);

    /// <summary>One diagnostic at the mark, in the attributes of a network.</summary>
    public static void LayersReport(string id, string message, string attributes) => Reports(id, message, Network(attributes));

    /// <summary>Errors at the marks, in the order of the source; advice on the network does not count.</summary>
    public static void Reports((string Id, string Message)[] expected, params string[] sources) => Check(expected, Analyze, sources);

    /// <summary>One piece of advice at the mark, and neither another nor an error.</summary>
    public static void Advises(string id, string message, params string[] sources) => Check([(id, message)], AnalyzeAll, sources);

    /// <summary>One piece of advice at the mark, in the attributes of a network.</summary>
    public static void LayersAreAdvised(string id, string message, string attributes) => Advises(id, message, Network(attributes));

    /// <summary>Neither errors nor advice.</summary>
    public static void HasNoAdvice(params string[] sources) => Check([], AnalyzeAll, sources);

    /// <summary>Neither errors nor advice.</summary>
    public static void LayersHaveNoAdvice(string attributes) => HasNoAdvice(Network(attributes));

    private static void Check((string Id, string Message)[] expected, Func<Compilation, ImmutableArray<Diagnostic>> analyze, string[] sources)
    {
        var spans = new List<(string Path, TextSpan Span)>();
        string[] plain = [.. sources.Select((source, index) => Unmark(source, $"Source{index}.cs", spans))];
        CSharpCompilation compilation = Source.Compile(plain);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Diagnostic[] actual = [.. analyze(compilation).OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
        Assert.Equal(expected, actual.Select(diagnostic => (diagnostic.Id, diagnostic.GetMessage())));
        Assert.Equal(
            spans.Select(mark => (mark.Path, plain[int.Parse(mark.Path[6..^3])].Substring(mark.Span.Start, mark.Span.Length), mark.Span.Start)),
            actual.Select(d => (d.Location.SourceTree!.FilePath, d.Location.SourceTree.GetText().ToString(d.Location.SourceSpan), d.Location.SourceSpan.Start - Source.Header.Length)));
    }

    public static void IsClean(params string[] sources) => Reports([], sources);

    public static void LayersAreClean(string attributes) => IsClean(Network(attributes));

    /// <summary>The analyzer's diagnostics, its own crashes included, without its advice on right networks.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation) =>
        [.. AnalyzeAll(compilation).Where(diagnostic => !diagnostic.Id.StartsWith("NDSL2", StringComparison.Ordinal))];

    /// <summary>All of the analyzer's diagnostics.</summary>
    public static ImmutableArray<Diagnostic> AnalyzeAll(Compilation compilation) => Analyze(compilation, new Dictionary<string, string>());

    /// <summary>The same in a project with properties that the compiler sees.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation, IReadOnlyDictionary<string, string> properties) => compilation
        .WithAnalyzers([new ShapeAnalyzer()], new AnalyzerOptions([], new BuildPropertyOptions(properties)))
        .GetAnalyzerDiagnosticsAsync()
        .GetAwaiter()
        .GetResult();

    private static string Network(string attributes) => $"[Network, {attributes}] partial class N;";

    private static string Unmark(string source, string path, List<(string Path, TextSpan Span)> spans)
    {
        for (int start = source.IndexOf(Open, StringComparison.Ordinal); start >= 0; start = source.IndexOf(Open, StringComparison.Ordinal))
        {
            source = source.Remove(start, Open.Length);
            int end = source.IndexOf(Close, StringComparison.Ordinal);
            source = source.Remove(end, Close.Length);
            spans.Add((path, TextSpan.FromBounds(start, end)));
        }

        return source;
    }
}
