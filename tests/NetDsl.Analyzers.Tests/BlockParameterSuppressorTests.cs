using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetDsl.Analyzers.Tests;

public class BlockParameterSuppressorTests
{
    private const string Blocks = """
        [method: Dense(nameof(width))] sealed class ReduceAttribute(int width) : BlockAttribute;
        sealed class ExpandAttribute : BlockAttribute { [Dense(nameof(width))] public ExpandAttribute(int width) { } }
        """;

    private const string Others = """
        sealed class Other(int width);
        sealed class MarkAttribute : System.Attribute { public MarkAttribute(int width) { } }
        abstract class MixedAttribute : BlockAttribute { public void Set(int width) { } }
        """;

    [Theory]
    [InlineData("CS9113", 1)]
    [InlineData("IDE0060", 2)]
    [InlineData("CA1019", 2)]
    public void SilencesBlocks(string id, int count)
    {
        Diagnostic[] found = [.. Analyze(Blocks).Where(diagnostic => diagnostic.Id == id)];
        Assert.Equal(count, found.Length);
        Assert.All(found, diagnostic => Assert.True(diagnostic.IsSuppressed));
    }

    [Theory]
    [InlineData("CS9113", 1)]
    [InlineData("IDE0060", 3)]
    [InlineData("CA1019", 3)]
    public void LeavesOthersAlone(string id, int count)
    {
        Diagnostic[] found = [.. Analyze(Others).Where(diagnostic => diagnostic.Id == id)];
        Assert.Equal(count, found.Length);
        Assert.All(found, diagnostic => Assert.False(diagnostic.IsSuppressed));
    }

    private static ImmutableArray<Diagnostic> Analyze(string source)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        return Source.Compile(source)
            .WithAnalyzers([new BlockParameterSuppressor(), new EveryParameter()], options)
            .GetAllDiagnosticsAsync()
            .GetAwaiter()
            .GetResult();
    }

    /// <summary>Warns of every parameter, as the analyzers of the SDK do of unread ones.</summary>
#pragma warning disable RS1036, RS1041 // It lives in this test alone, and no compiler loads it.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EveryParameter : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [
            new("IDE0060", "Unused", "Unused", "Style", DiagnosticSeverity.Warning, true),
            new("CA1019", "Accessors", "Accessors", "Design", DiagnosticSeverity.Warning, true),
        ];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(Warn, SyntaxKind.Parameter);
        }

        private void Warn(SyntaxNodeAnalysisContext context)
        {
            foreach (DiagnosticDescriptor descriptor in SupportedDiagnostics)
            {
                context.ReportDiagnostic(Diagnostic.Create(descriptor, ((ParameterSyntax)context.Node).Identifier.GetLocation()));
            }
        }
    }
}
