using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generator.Model;
using NetDsl.Generator.Parsing;

namespace NetDsl.CodeFixes;

/// <summary>Offers the remedies that a rule found, numbers and all; each can be made everywhere at once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemedyCodeFixProvider)), Shared]
public sealed class RemedyCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        RuleIds.NotPartial, RuleIds.InputMissing, RuleIds.WindowTooLarge, RuleIds.OutOfRange, RuleIds.IndivisibleGroups, RuleIds.UnsuitablePadding,
        RuleIds.OutputPaddingTooLarge, RuleIds.ShapesDiffer, RuleIds.DroppedCells, RuleIds.SkippedCells, RuleIds.UnevenPadding, RuleIds.Checkerboard,
        RuleIds.DoubleSoftmax, RuleIds.IdleBias,
    ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Remedy remedy in RemedyProperties.Read(diagnostic.Properties))
            {
                if (await Apply(context.Document.Project.Solution, diagnostic, remedy, context.CancellationToken).ConfigureAwait(false) is not null)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(
                            remedy.Title,
                            async cancellation => await Apply(context.Document.Project.Solution, diagnostic, remedy, cancellation).ConfigureAwait(false) ?? context.Document.Project.Solution,
                            equivalenceKey: $"{diagnostic.Id}.{remedy.Key}"),
                        diagnostic);
                }
            }
        }
    }

    /// <summary>The solution with the change made; null where it cannot be.</summary>
    private static async Task<Solution?> Apply(Solution solution, Diagnostic diagnostic, Remedy remedy, CancellationToken cancellation)
    {
        // A fault of a layer in a block is told where the network uses the block; the layer itself is the further place.
        foreach (Location place in diagnostic.AdditionalLocations.Prepend(diagnostic.Location))
        {
            if (solution.GetDocument(place.SourceTree) is not { } document
                || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
                || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            {
                continue;
            }

            SyntaxNode node = root.FindNode(place.SourceSpan, getInnermostNodeForTie: true);
            SyntaxNode? changed = remedy.Kind.Length == 0
                ? node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type ? ClassEdit.Apply(root, type, remedy) : null
                : node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && IsOf(model, attribute, remedy.Kind, cancellation)
                    ? AttributeEdit.Apply(root, model, attribute, remedy, cancellation)
                    : null;
            if (changed is not null)
            {
                return document.WithSyntaxRoot(changed).Project.Solution;
            }
        }

        return null;
    }

    private static bool IsOf(SemanticModel model, AttributeSyntax attribute, string kind, CancellationToken cancellation) =>
        model.GetTypeInfo(attribute, cancellation).Type is INamedTypeSymbol type && DslNames.Kind(type) == kind;
}
