using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace NetDsl.Testing.Harness;

/// <summary>Source text with the places marked where diagnostics are expected: <c>[|...|]</c>, or <c>{|ID:...|}</c> for a certain one.</summary>
/// <param name="Source">The text without marks.</param>
/// <param name="Spans">The marked places in order, with their id if they name one.</param>
public sealed partial record Markup(string Source, IReadOnlyList<(TextSpan Span, string? Id)> Spans)
{
    public static Markup Parse(string marked)
    {
        var source = new StringBuilder();
        var open = new Stack<(int Start, string? Id)>();
        var spans = new List<(TextSpan Span, string? Id)>();
        int position = 0;
        foreach (Match mark in Marks().Matches(marked))
        {
            source.Append(marked, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (!mark.Value.StartsWith('|'))
            {
                open.Push((source.Length, mark.Groups["id"].Success ? mark.Groups["id"].Value : null));
            }
            else if (open.TryPop(out (int Start, string? Id) begun))
            {
                spans.Add((TextSpan.FromBounds(begun.Start, source.Length), begun.Id));
            }
            else
            {
                throw new FormatException($"The mark at {mark.Index} closes nothing");
            }
        }

        source.Append(marked, position, marked.Length - position);
        return open.Count == 0
            ? new(source.ToString(), [.. spans.OrderBy(span => span.Span.Start)])
            : throw new FormatException("A mark is left open");
    }

    [GeneratedRegex(@"\{\|(?<id>\w+):|\[\||\|\]|\|\}")]
    private static partial Regex Marks();
}
