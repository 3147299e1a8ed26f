using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Finds the syntax that a problem is about.</summary>
internal static class ProblemLocator
{
    /// <summary>The argument at fault, else the attribute's name, else the class's identifier; in a block where the fault lies there.</summary>
    public static Location Locate(Compilation compilation, INamedTypeSymbol type, Problem problem, CancellationToken cancellation) =>
        Find(compilation, problem.Origin, cancellation)
        ?? Find(compilation, type.GetAttributes(), problem.Attribute, problem.Argument, cancellation)
        ?? Identifier(type, cancellation);

    /// <summary>The layer of a block in which the fault shows, where its source is at hand.</summary>
    public static Location? Further(Compilation compilation, Problem problem, CancellationToken cancellation) =>
        Find(compilation, problem.Shown, cancellation);

    private static Location? Find(Compilation compilation, BlockPlace? place, CancellationToken cancellation) =>
        place is not null && DocumentationCommentId.GetFirstSymbolForDeclarationId(place.Constructor, compilation) is IMethodSymbol constructor
            ? Find(compilation, constructor.GetAttributes(), place.Attribute, place.Argument, cancellation)
            : null;

    private static Location? Find(
        Compilation compilation, ImmutableArray<AttributeData> attributes, int index, string? argument, CancellationToken cancellation)
    {
        AttributeData? attribute = attributes.ElementAtOrDefault(index);
        return attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax && compilation.ContainsSyntaxTree(syntax.SyntaxTree)
            ? (Written(attribute, syntax, argument) ?? (SyntaxNode)syntax.Name).GetLocation()
            : null;
    }

    // Several arguments may be the reason; the first that is written stands for all.
    private static AttributeArgumentSyntax? Written(AttributeData attribute, AttributeSyntax syntax, string? names) => names?
        .Split(Problem.Or)
        .Select(name => Argument(attribute, syntax, name))
        .FirstOrDefault(argument => argument is not null);

    private static AttributeArgumentSyntax? Argument(AttributeData attribute, AttributeSyntax syntax, string name)
    {
        if (syntax.ArgumentList is not { } list)
        {
            return null;
        }

        AttributeArgumentSyntax? named = list.Arguments.FirstOrDefault(argument =>
            (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText == name);
        if (named is not null || attribute.AttributeConstructor is not { } constructor)
        {
            return named;
        }

        // One of several texts: labels[2] is the third behind the parameter's place.
        int bracket = name.IndexOf('[');
        string whole = bracket < 0 ? name : name.Substring(0, bracket);
        int position = constructor.Parameters.ToList().FindIndex(parameter => parameter.Name == whole);
        position += bracket < 0 || position < 0 ? 0 : int.Parse(name.Substring(bracket + 1).TrimEnd(']'), CultureInfo.InvariantCulture);
        AttributeArgumentSyntax? positional = position < 0 ? null : list.Arguments.ElementAtOrDefault(position);
        return positional is { NameEquals: null, NameColon: null } ? positional : null;
    }

    private static Location Identifier(INamedTypeSymbol type, CancellationToken cancellation) =>
        Declarations.Of(type, cancellation).FirstOrDefault()?.Identifier.GetLocation() ?? type.Locations.FirstOrDefault() ?? Location.None;
}
