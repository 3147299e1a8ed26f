using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>Finds the syntax that a problem is about.</summary>
internal static class ProblemLocator
{
    /// <summary>The argument at fault, else the attribute's name, else the class's identifier.</summary>
    public static Location Locate(INamedTypeSymbol type, Problem problem, CancellationToken cancellation)
    {
        AttributeData? attribute = type.GetAttributes().ElementAtOrDefault(problem.Attribute);
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
        {
            return Identifier(type, cancellation);
        }

        SyntaxNode place = Argument(attribute, syntax, problem.Argument) ?? (SyntaxNode)syntax.Name;
        return place.GetLocation();
    }

    private static AttributeArgumentSyntax? Argument(AttributeData attribute, AttributeSyntax syntax, string? name)
    {
        if (name is null || syntax.ArgumentList is not { } list)
        {
            return null;
        }

        AttributeArgumentSyntax? named = list.Arguments.FirstOrDefault(argument =>
            (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText == name);
        if (named is not null || attribute.AttributeConstructor is not { } constructor)
        {
            return named;
        }

        int position = constructor.Parameters.ToList().FindIndex(parameter => parameter.Name == name);
        AttributeArgumentSyntax? positional = position < 0 ? null : list.Arguments.ElementAtOrDefault(position);
        return positional is { NameEquals: null, NameColon: null } ? positional : null;
    }

    private static Location Identifier(INamedTypeSymbol type, CancellationToken cancellation) =>
        Declarations.Of(type, cancellation).FirstOrDefault()?.Identifier.GetLocation() ?? type.Locations.FirstOrDefault() ?? Location.None;
}
