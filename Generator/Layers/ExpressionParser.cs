using System.Globalization;

namespace NetDsl.Generator.Layers;

/// <summary>One recursive descent over an expression string.</summary>
internal sealed class ExpressionParser(string text, IReadOnlyDictionary<string, object> scope)
{
    // Far above what a person writes, far below what a stack holds.
    private const int DepthLimit = 100;

    private int position;
    private int depth;

    public Evaluation Parse()
    {
        Evaluation result = Sum();
        SkipBlanks();
        return result.Error is null && position < text.Length ? Unexpected() : result;
    }

    private Evaluation Sum()
    {
        Evaluation left = Product();
        while (left.Error is null && Accept("+-") is { } sign)
        {
            left = ExpressionArithmetic.Apply(sign, left, Product());
        }

        return left;
    }

    private Evaluation Product()
    {
        Evaluation left = Factor();
        while (left.Error is null && Accept("*/%") is { } sign)
        {
            left = ExpressionArithmetic.Apply(sign, left, Factor());
        }

        return left;
    }

    private Evaluation Factor()
    {
        if (++depth > DepthLimit)
        {
            return Evaluation.Malformed("it is nested too deeply");
        }

        Evaluation result = Accept("-+(") switch
        {
            '-' => ExpressionArithmetic.Negate(Factor()),
            '+' => Factor(),
            '(' => Parenthesised(),
            _ => Atom(),
        };
        depth--;
        return result;
    }

    private Evaluation Parenthesised()
    {
        Evaluation inner = Sum();
        return inner.Error is not null || Accept(")") is not null ? inner : Unexpected();
    }

    private Evaluation Atom()
    {
        SkipBlanks();
        int start = position;
        if (position < text.Length && (char.IsLetter(text[position]) || text[position] == '_'))
        {
            Advance(character => char.IsLetterOrDigit(character) || character == '_');
            string name = text.Substring(start, position - start);
            return scope.TryGetValue(name, out object? value) ? Evaluation.Of(value)
                : name is "true" or "false" ? Evaluation.Of(name == "true")
                : Evaluation.Malformed(Unknown(name));
        }

        Advance(character => character is (>= '0' and <= '9') or '.');
        if (position > start && position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            Accept("+-");
            Advance(character => character is >= '0' and <= '9');
        }

        return position == start ? Unexpected() : Number(text.Substring(start, position - start));
    }

    private static Evaluation Number(string digits)
    {
        const NumberStyles real = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (digits.All(character => character is >= '0' and <= '9'))
        {
            return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long whole)
                ? Evaluation.Of(whole)
                : Evaluation.Malformed($"{digits} is beyond the range of a long");
        }

        return double.TryParse(digits, real, CultureInfo.InvariantCulture, out double value) && !double.IsInfinity(value)
            ? Evaluation.Of(value)
            : Evaluation.Malformed($"{digits} is not a number");
    }

    private string Unknown(string name) => scope.Count == 0
        ? $"{name} is unknown, because there are parameters only inside a block; write a number"
        : $"{name} is no parameter; use {string.Join(", ", scope.Keys.OrderBy(key => key, StringComparer.Ordinal))}";

    private Evaluation Unexpected() => Evaluation.Malformed(position < text.Length
        ? $"'{text[position]}' was not expected"
        : "it ends too early");

    private char? Accept(string characters)
    {
        SkipBlanks();
        return position < text.Length && characters.IndexOf(text[position]) >= 0 ? text[position++] : null;
    }

    private void SkipBlanks() => Advance(char.IsWhiteSpace);

    private void Advance(Func<char, bool> accepted)
    {
        while (position < text.Length && accepted(text[position]))
        {
            position++;
        }
    }
}
