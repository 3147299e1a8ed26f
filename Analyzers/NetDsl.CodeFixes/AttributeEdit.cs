using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generator.Model;

namespace NetDsl.CodeFixes;

/// <summary>Changes of one attribute and its neighbours.</summary>
internal static class AttributeEdit
{
    public static SyntaxNode? Apply(SyntaxNode root, SemanticModel model, AttributeSyntax attribute, Remedy remedy, CancellationToken cancellation)
    {
        string[] parts = remedy.Edits.Split(';');
        return parts[0] switch
        {
            Remedy.Remove => Remove(root, attribute),
            Remedy.Input => MoveInput(root, attribute),
            Remedy.Shortcut => ShortcutEdit.Apply(
                root, attribute, int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]),
            _ => ArgumentEdit.Apply(attribute, model.GetSymbolInfo(attribute, cancellation).Symbol as IMethodSymbol, parts) is { } changed
                ? root.ReplaceNode(attribute, changed)
                : null,
        };
    }

    /// <summary>The attribute's name as written, without namespaces and "Attribute".</summary>
    public static string Name(AttributeSyntax attribute)
    {
        string name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText
            : attribute.Name is AliasQualifiedNameSyntax alias ? alias.Name.Identifier.ValueText
            : ((SimpleNameSyntax)attribute.Name).Identifier.ValueText;
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    public static SyntaxNode InsertBehind(SyntaxNode root, AttributeSyntax place, string text) => root.InsertNodesAfter(place, [Parse(text)]);

    /// <summary>All attributes of a class or constructor, in the order in which they stand.</summary>
    public static IReadOnlyList<AttributeSyntax> Siblings(AttributeSyntax attribute) =>
        [.. attribute.Parent!.Parent!.ChildNodes().OfType<AttributeListSyntax>().SelectMany(list => list.Attributes)];

    private static AttributeSyntax Parse(string text)
    {
        AttributeSyntax parsed = SyntaxFactory.ParseCompilationUnit($"[A, {text}] class C;").DescendantNodes().OfType<AttributeSyntax>().Last();
        return parsed.WithLeadingTrivia(SyntaxFactory.Space);
    }

    private static SyntaxNode? Remove(SyntaxNode root, AttributeSyntax attribute)
    {
        if (attribute.Parent is not AttributeListSyntax list)
        {
            return null;
        }

        if (list.Attributes.Count > 1)
        {
            return root.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia);
        }

        // The first list carries the documentation of what it stands on.
        bool isFirst = list.Parent!.ChildNodes().First() == list;
        return root.RemoveNode(list, isFirst ? SyntaxRemoveOptions.KeepLeadingTrivia : SyntaxRemoveOptions.KeepNoTrivia);
    }

    private static SyntaxNode? MoveInput(SyntaxNode root, AttributeSyntax input)
    {
        AttributeSyntax? network = Siblings(input).FirstOrDefault(sibling => Name(sibling) == "Network");
        if (network is null)
        {
            return null;
        }

        SyntaxNode tracked = root.TrackNodes(network, input);
        tracked = InsertBehind(tracked, tracked.GetCurrentNode(network)!, input.WithoutTrivia().ToString());
        return Remove(tracked, tracked.GetCurrentNode(input)!);
    }
}
