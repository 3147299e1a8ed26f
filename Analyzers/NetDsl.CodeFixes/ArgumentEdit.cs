using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.CodeFixes;

/// <summary>Sets and removes arguments of an attribute.</summary>
internal static class ArgumentEdit
{
    /// <summary>The attribute with all parts of an edit made; null where an argument is more than a plain value, as in a block for many uses.</summary>
    public static AttributeSyntax? Apply(AttributeSyntax attribute, IMethodSymbol? constructor, IEnumerable<string> parts)
    {
        AttributeSyntax? result = attribute;
        foreach (string part in parts)
        {
            int equals = part.IndexOf('=');
            result = result is null ? null
                : equals < 0 ? Remove(result, constructor, part.TrimStart('-'))
                : Set(result, constructor, part.Substring(0, equals), part.Substring(equals + 1));
        }

        return result;
    }

    private static AttributeSyntax Remove(AttributeSyntax attribute, IMethodSymbol? constructor, string name)
    {
        if (attribute.ArgumentList is not { } list || Find(list, constructor, name) is not { } argument)
        {
            return attribute;
        }

        SeparatedSyntaxList<AttributeArgumentSyntax> rest = list.Arguments.Remove(argument);
        return attribute.WithArgumentList(rest.Count == 0 ? null : list.WithArguments(rest));
    }

    private static AttributeSyntax? Set(AttributeSyntax attribute, IMethodSymbol? constructor, string name, string value)
    {
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        if (Find(list, constructor, name) is { } argument)
        {
            return IsPlain(argument.Expression) ? attribute.ReplaceNode(argument.Expression, Value(argument.Expression, value).WithTriviaFrom(argument.Expression)) : null;
        }

        int place = Array.FindIndex([.. list.Arguments], candidate => candidate.NameEquals is not null);
        int positional = place < 0 ? list.Arguments.Count : place;
        int parameter = Position(constructor, name);
        string text = parameter < 0 ? $"{name} = {value}"
            : parameter == positional && list.Arguments.Take(positional).All(candidate => candidate.NameColon is null) ? value
            : $"{name}: {value}";
        AttributeArgumentSyntax added = Parse(text);
        int index = parameter < 0 ? list.Arguments.Count : positional;
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = list.Arguments.Insert(index, index == 0 ? added : added.WithLeadingTrivia(SyntaxFactory.Space));
        return attribute.WithArgumentList(list.WithArguments(Spaced(arguments)));
    }

    private static AttributeArgumentSyntax? Find(AttributeArgumentListSyntax list, IMethodSymbol? constructor, string name)
    {
        AttributeArgumentSyntax? named = list.Arguments.FirstOrDefault(argument => (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText == name);
        int position = Position(constructor, name);
        AttributeArgumentSyntax? positional = position < 0 ? null : list.Arguments.ElementAtOrDefault(position);
        return named ?? (positional is { NameEquals: null, NameColon: null } ? positional : null);
    }

    private static int Position(IMethodSymbol? constructor, string name) =>
        constructor?.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Ordinal ?? -1;

    private static bool IsPlain(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or MemberAccessExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }
        && !expression.IsKind(SyntaxKind.StringLiteralExpression);

    // Padding may be known by another name than its own.
    private static ExpressionSyntax Value(ExpressionSyntax old, string value) =>
        old is MemberAccessExpressionSyntax access && value.StartsWith("Padding.", StringComparison.Ordinal)
            ? access.WithName(SyntaxFactory.IdentifierName(value.Substring("Padding.".Length)))
            : SyntaxFactory.ParseExpression(value);

    // What is inserted brings commas without blanks.
    private static SeparatedSyntaxList<AttributeArgumentSyntax> Spaced(SeparatedSyntaxList<AttributeArgumentSyntax> arguments) =>
        SyntaxFactory.SeparatedList(
            arguments.Select((argument, index) => index > 0 && !argument.HasLeadingTrivia && !arguments.GetSeparator(index - 1).HasTrailingTrivia
                ? argument.WithLeadingTrivia(SyntaxFactory.Space)
                : index > 0 && arguments.GetSeparator(index - 1).HasTrailingTrivia ? argument.WithLeadingTrivia() : argument),
            arguments.GetSeparators());

    private static AttributeArgumentSyntax Parse(string text) =>
        SyntaxFactory.ParseCompilationUnit($"[A({text})] class C;").DescendantNodes().OfType<AttributeArgumentSyntax>().First();
}
