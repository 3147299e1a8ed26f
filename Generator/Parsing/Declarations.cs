using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.Generator.Parsing;

/// <summary>The declarations of a type in source.</summary>
internal static class Declarations
{
    // The folder that the compiler files the generator's output under, on disk or not.
    private const string GeneratorFolder = "NetDsl.Generator.NetworkGenerator";

    public static IEnumerable<TypeDeclarationSyntax> Of(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences
        .Where(reference => !IsGenerated(reference.SyntaxTree))
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<TypeDeclarationSyntax>();

    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        Of(type, cancellation).All(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Analyzers see what the generator made of a network as well; no rule is about that.</summary>
    public static bool IsGenerated(SyntaxTree? tree) => tree?.FilePath.Contains(GeneratorFolder) == true;
}
