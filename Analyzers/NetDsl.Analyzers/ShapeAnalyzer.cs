using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Generator.Model;
using NetDsl.Generator.Parsing;
using NetDsl.Generator.Planning;
using NetDsl.Generator.Shapes;

namespace NetDsl.Analyzers;

/// <summary>Reports what is wrong with a network's declaration and shapes, on the argument at fault.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        IEnumerable<Problem> problems = type.GetAttributes().Any(attribute => DslNames.IsNetwork(attribute.AttributeClass))
            ? PlannedNetwork.Of(ShapeInference.Infer(NetworkParser.Parse(type, context.CancellationToken))).Problems
            : StrayLayers.Find(type, context.CancellationToken);
        foreach (Diagnostic diagnostic in ProblemReport.Of(context.Compilation, type, problems, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
