using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generator.Model;

namespace NetDsl.CodeFixes;

/// <summary>Changes of a network's class.</summary>
internal static class ClassEdit
{
    private static readonly SyntaxToken Partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);

    public static SyntaxNode? Apply(SyntaxNode root, TypeDeclarationSyntax type, Remedy remedy) =>
        remedy.Edits == Remedy.Partial ? MakePartial(root, type)
        : remedy.Edits == Remedy.Input ? AddInput(root, type)
        : null;

    // From the inside out, so that an outer class finds its inner one changed.
    private static SyntaxNode MakePartial(SyntaxNode root, TypeDeclarationSyntax type)
    {
        TypeDeclarationSyntax[] wanting = [.. type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(part => !part.Modifiers.Any(SyntaxKind.PartialKeyword))];
        return root.ReplaceNodes(wanting, (_, part) => part.Modifiers.Count > 0
            ? part.WithModifiers(part.Modifiers.Add(Partial))
            : part.WithKeyword(part.Keyword.WithLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(Partial.WithLeadingTrivia(part.Keyword.LeadingTrivia))));
    }

    // Behind [Network], as people write it.
    private static SyntaxNode? AddInput(SyntaxNode root, TypeDeclarationSyntax type)
    {
        AttributeSyntax? network = type.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => AttributeEdit.Name(attribute) == "Network");
        return network is null ? null : AttributeEdit.InsertBehind(root, network, "Input(28, 28, 1)");
    }
}
