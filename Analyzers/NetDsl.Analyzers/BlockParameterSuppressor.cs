using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetDsl.Generator.Parsing;

namespace NetDsl.Analyzers;

/// <summary>Silences warnings of unread parameters on blocks: their layers name them, which no other analyzer knows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockParameterSuppressor : DiagnosticSuppressor
{
    private const string Reason = "The layers of a block name its parameters";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ById = new SuppressionDescriptor[]
    {
        new("NDSLS001", "CS9113", Reason),
        new("NDSLS002", "IDE0060", Reason),
        new("NDSLS003", "CA1019", Reason),
    }.ToImmutableDictionary(descriptor => descriptor.SuppressedDiagnosticId);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. ById.Values.OrderBy(descriptor => descriptor.Id)];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (ById.TryGetValue(diagnostic.Id, out SuppressionDescriptor? descriptor) && ConcernsBlock(diagnostic.Location, context))
            {
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
            }
        }
    }

    private static bool ConcernsBlock(Location location, SuppressionAnalysisContext context)
    {
        if (location.SourceTree is not { } tree)
        {
            return false;
        }

        SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan);
        SyntaxNode? constructor = node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is BaseMethodDeclarationSyntax or TypeDeclarationSyntax);
        return constructor is ConstructorDeclarationSyntax or TypeDeclarationSyntax
            && constructor.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && DslNames.IsBlock(context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken) as INamedTypeSymbol);
    }
}
