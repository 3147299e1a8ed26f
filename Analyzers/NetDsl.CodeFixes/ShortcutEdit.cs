using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetDsl.CodeFixes;

/// <summary>Puts a shortcut into the branch that has no layers.</summary>
internal static class ShortcutEdit
{
    private static readonly string[] WithFilters = ["Conv2d", "SeparableConv2d", "AtrousConv2d"];

    /// <summary>The root with the shortcut; null where no branch is empty, or both are.</summary>
    /// <param name="root">The document's root.</param>
    /// <param name="add">The sum whose values differ.</param>
    /// <param name="first">Channels of its first value.</param>
    /// <param name="second">Channels of its second value.</param>
    /// <param name="stride">Stride from the one to the other.</param>
    public static SyntaxNode? Apply(SyntaxNode root, AttributeSyntax add, int first, int second, string stride)
    {
        IReadOnlyList<AttributeSyntax> siblings = AttributeEdit.Siblings(add);
        int end = siblings.ToList().IndexOf(add);
        int later = LastBranch(siblings, end), earlier = LastBranch(siblings, later);
        if (earlier < 0 || (later == end - 1) == (earlier == later - 1))
        {
            return null;
        }

        bool isLater = later == end - 1;
        AttributeSyntax branch = siblings[isLater ? later : earlier];
        AttributeSyntax[] layers = [.. isLater ? siblings.Skip(earlier + 1).Take(later - earlier - 1) : siblings.Skip(later + 1).Take(end - later - 1)];
        (string filters, string step) = add.Parent!.Parent is ConstructorDeclarationSyntax || add.Parent is AttributeListSyntax { Target: not null }
            ? Expressions(layers, isLater ? first : second, stride)
            : (Text(isLater ? first : second), stride);
        return AttributeEdit.InsertBehind(root, branch, step == "1" ? $"Shortcut({filters})" : $"Shortcut({filters}, Stride = {step})");
    }

    // In a block the numbers of one use would be wrong for others; the layers beside it say them with the block's parameters.
    private static (string Filters, string Stride) Expressions(AttributeSyntax[] layers, int filters, string stride)
    {
        AttributeSyntax? last = layers.LastOrDefault(layer => WithFilters.Contains(AttributeEdit.Name(layer)));
        string width = last?.ArgumentList?.Arguments is { Count: > 2 } arguments && arguments.Take(3).All(argument => argument.NameEquals is null)
            ? arguments[2].Expression.ToString()
            : Text(filters);
        string[] strides = [.. layers.SelectMany(layer => layer.ArgumentList?.Arguments ?? default)
            .Where(argument => argument.NameEquals?.Name.Identifier.ValueText == "Stride")
            .Select(argument => argument.Expression.ToString())];
        return (width, strides.Length == 1 ? strides[0] : stride);
    }

    private static int LastBranch(IReadOnlyList<AttributeSyntax> siblings, int before)
    {
        for (int index = before - 1; index >= 0; index--)
        {
            if (AttributeEdit.Name(siblings[index]) == "Branch")
            {
                return index;
            }
        }

        return -1;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
