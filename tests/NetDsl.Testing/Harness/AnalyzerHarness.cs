using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace NetDsl.Testing.Harness;

/// <summary>Runs an analyzer over a user's project, generated files included.</summary>
public static class AnalyzerHarness
{
    /// <summary>All diagnostics of the analyzer, by place.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Run<TAnalyzer>(string source, HarnessOptions? options = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        HarnessOptions setUp = options ?? HarnessOptions.Default;
        CSharpCompilation compilation = GeneratorHarness.Run(source, setUp).Compilation;
        var analyzerOptions = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new BuildPropertyOptions(setUp.BuildProperties)),
            onAnalyzerException: (exception, _, _) => throw new InvalidOperationException($"The analyzer threw: {exception}", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([new TAnalyzer()], analyzerOptions)
            .GetAnalyzerDiagnosticsAsync();
        return [.. found.Where(diagnostic => !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>
    /// Checks that diagnostics of <paramref name="id"/> (or of the id in the mark) stand exactly where the text is marked,
    /// and no others anywhere.
    /// </summary>
    public static async Task<ImmutableArray<Diagnostic>> Expect<TAnalyzer>(string marked, string? id = null, HarnessOptions? options = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        Markup markup = Markup.Parse(marked);
        ImmutableArray<Diagnostic> found = await Run<TAnalyzer>(markup.Source, options);
        IEnumerable<string> expected = markup.Spans.Select(span => Line(span.Id ?? id ?? "?", markup.Source, span.Span.Start, span.Span.Length));
        IEnumerable<string> actual = found.Select(diagnostic =>
            Line(diagnostic.Id, markup.Source, diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Equal(string.Join("\n", expected), string.Join("\n", actual));
        return found;
    }

    private static string Line(string id, string source, int start, int length) =>
        $"{id} at {start}: {(start + length <= source.Length ? source.Substring(start, length) : "outside the source")}";
}
