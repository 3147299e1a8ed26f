using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Generator.Advice;
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
        context.RegisterCompilationStartAction(static start =>
        {
            // Every network that uses a block finds the block's faults.
            var told = new ConcurrentDictionary<(string Id, Location Place), bool>();
            start.RegisterSymbolAction(symbol => Analyze(symbol, told), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentDictionary<(string Id, Location Place), bool> told)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        Problem[] problems = [.. Problems(context, type)];
        foreach (Diagnostic diagnostic in ProblemReport.Of(context.Compilation, type, problems.Where(problem => problem.Origin is null), context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }

        foreach (Diagnostic diagnostic in ProblemReport.Of(context.Compilation, type, problems.Where(problem => problem.Origin is not null), context.CancellationToken))
        {
            if (told.TryAdd((diagnostic.Id, diagnostic.Location), true))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static IEnumerable<Problem> Problems(SymbolAnalysisContext context, INamedTypeSymbol type) =>
        (type.GetAttributes().Any(attribute => DslNames.IsNetwork(attribute.AttributeClass))
            ? OfNetwork(context, ShapeInference.Inspect(NetworkParser.Parse(type, context.CancellationToken)))
            : StrayLayers.OnClass(type, context.CancellationToken))
        .Concat(StrayLayers.OnConstructors(type, context.CancellationToken));

    private static IEnumerable<Problem> OfNetwork(SymbolAnalysisContext context, InspectedNetwork inspected)
    {
        var network = PlannedNetwork.Of(inspected.Network);
        return network.Problems
            .Concat(AdviceFinder.Find(inspected))
            .Concat(OptimizationCheck.Of(context.Compilation, network))
            .Concat(InstructionSetCheck.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions, network));
    }
}
