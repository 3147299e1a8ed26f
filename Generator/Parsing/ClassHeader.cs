using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>The words with which a generated part of a class begins.</summary>
internal readonly record struct ClassHeader(
    string Namespace, EquatableArray<string> ContainingTypes, string Name, string Accessibility, string Modifiers)
{
    private static readonly SymbolDisplayFormat Qualified = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat Unqualified = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SyntaxKind[] AccessibilityKinds =
        [SyntaxKind.PublicKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword];

    public static ClassHeader Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var containing = new List<string>();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containing.Insert(0, $"partial {Keyword(outer)} {outer.ToDisplayString(Unqualified)}");
        }

        return new ClassHeader(
            type.ContainingNamespace is { IsGlobalNamespace: false } scope ? scope.ToDisplayString(Qualified) : "",
            containing.ToEquatableArray(),
            type.ToDisplayString(Unqualified),
            Accessible(type, cancellation),
            type.IsSealed && type.TypeKind == TypeKind.Class ? "sealed" : "");
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static string Accessible(INamedTypeSymbol type, CancellationToken cancellation) => Declarations.Of(type, cancellation)
        .Select(declaration => declaration.Modifiers.Where(modifier => AccessibilityKinds.Contains(modifier.Kind())))
        .Select(modifiers => string.Join(" ", modifiers.Select(modifier => modifier.ValueText)))
        .FirstOrDefault(words => words.Length > 0) ?? "";
}
