using Microsoft.CodeAnalysis;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Problems as the compiler's diagnostics.</summary>
internal static class ProblemReport
{
    /// <summary>One diagnostic a problem; none for what the compiler reports itself.</summary>
    public static IEnumerable<Diagnostic> Of(
        Compilation compilation, INamedTypeSymbol type, IEnumerable<Problem> problems, CancellationToken cancellation) => problems
        .Where(problem => !problem.IsCompilerError)
        .Select(problem => Diagnostic.Create(
            Rules.Find(problem.Id),
            ProblemLocator.Locate(compilation, type, problem, cancellation),
            ProblemLocator.Further(compilation, problem, cancellation) is { } further ? [further] : [],
            RemedyProperties.Write(problem.Remedies),
            problem.Message));
}
