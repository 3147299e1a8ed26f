using System.Globalization;

namespace NetDsl.Generator.Layers;

/// <summary>
/// Evaluates a constant expression string such as <c>4*width</c>: numbers, identifiers, + - * / % and parentheses, with
/// the arithmetic of C#'s long and double.
/// </summary>
internal static class ConstantExpression
{
    public static Evaluation Evaluate(string text, IReadOnlyDictionary<string, object> scope)
    {
        var parser = new ExpressionParser(text, scope);
        return parser.Parse();
    }

    /// <summary>The identifiers in an expression.</summary>
    public static IEnumerable<string> Identifiers(string text)
    {
        for (int start = 0; start < text.Length; start++)
        {
            int end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            if (end > start && !char.IsDigit(text[start]))
            {
                yield return text.Substring(start, end - start);
            }

            start = end;
        }
    }

    /// <summary>A value as C# writes it.</summary>
    public static string Show(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double real => real.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
