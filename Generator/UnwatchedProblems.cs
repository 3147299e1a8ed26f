using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Generator.Model;
using NetDsl.Generator.Parsing;
using NetDsl.Generator.Planning;

namespace NetDsl.Generator;

/// <summary>Reports problems from the generator where RunAnalyzers=false keeps the analyzers from it: nobody else would say why a network throws.</summary>
internal static class UnwatchedProblems
{
    public static void Report(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<PlannedNetwork> planned)
    {
        IncrementalValueProvider<bool> analyzersOff = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            IsFalse(options.GlobalOptions, "build_property.RunAnalyzers") || IsFalse(options.GlobalOptions, "build_property.RunAnalyzersDuringBuild"));
        IncrementalValuesProvider<(PlannedNetwork Network, (Compilation Compilation, AnalyzerConfigOptionsProvider Options) Project)> unwatched = planned
            .Combine(analyzersOff)
            .Where(static pair => pair.Right)
            .Select(static (pair, _) => pair.Left)
            .Combine(context.CompilationProvider.Combine(context.AnalyzerConfigOptionsProvider));
        context.RegisterSourceOutput(unwatched, static (output, pair) =>
        {
            (Compilation compilation, AnalyzerConfigOptionsProvider options) = pair.Project;
            Problem[] problems =
            [
                .. pair.Network.Problems,
                .. OptimizationCheck.Of(compilation, pair.Network),
                .. InstructionSetCheck.Of(options.GlobalOptions, pair.Network),
            ];
            if (problems.Length > 0 && compilation.GetTypeByMetadataName(pair.Network.Shaped.Model.MetadataName) is { } type)
            {
                foreach (Diagnostic diagnostic in ProblemReport.Of(compilation, type, problems, output.CancellationToken))
                {
                    output.ReportDiagnostic(diagnostic);
                }
            }
        });
    }

    private static bool IsFalse(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(name, out string? value) && value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
