using System.Globalization;

namespace NetDsl.Generator.Kernels;

/// <summary>Pieces of C# text that kernels share.</summary>
internal static class Text
{
    public const int MaxLine = 150;

    /// <summary>An integer literal with digits grouped as a person would from 10,000 on.</summary>
    public static string Literal(long value) => Math.Abs(value) >= 10_000
        ? value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_')
        : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A float literal that parses back to the same bits.</summary>
    public static string Float(double value) => (float)value switch
    {
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float finite => finite.ToString("R", CultureInfo.InvariantCulture) + "f",
    };

    /// <summary>A double literal that parses back to the same bits.</summary>
    public static string Double(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>A number as part of an identifier: <c>0p5</c>.</summary>
    public static string Word(double value) =>
        value.ToString("R", CultureInfo.InvariantCulture).Replace('.', 'p').Replace('-', 'm').Replace("+", "");

    /// <summary>A pointer plus terms, those with a factor of zero left out: <c>x + row * 54 + 3</c>.</summary>
    public static string At(string pointer, long offset, params (string Index, long Factor)[] terms)
    {
        string text = pointer;
        foreach ((string index, long factor) in terms)
        {
            if (factor != 0 && index.Length > 0)
            {
                string whole = index.Contains(' ') && !index.StartsWith("(", StringComparison.Ordinal) ? $"({index})" : index;
                text += factor == 1 ? $" + {index}" : $" + {whole} * {Literal(factor)}";
            }
        }

        return offset == 0 ? text : offset > 0 ? $"{text} + {Literal(offset)}" : $"{text} - {Literal(-offset)}";
    }

    /// <summary>
    /// A vector in memory: <c>*(V*)x</c>, <c>*(V*)&amp;x[8]</c> or <c>*(V*)(x + n + 8)</c>. The second form, which most lines have, takes the
    /// compiler a fraction of the time that adding to a pointer does; the third lets an index become part of an address.
    /// </summary>
    public static string Vector(string pointer, long offset = 0, params (string Index, long Factor)[] terms)
    {
        string at = At(pointer, 0, terms);
        return !at.Contains(' ') && offset >= 0
            ? offset == 0 ? $"*(V*){at}" : $"*(V*)&{at}[{Literal(offset)}]"
            : $"*(V*)({At(pointer, offset, terms)})";
    }

    /// <summary>
    /// The loop over tiles of a dimension and the declaration of the tile's start: none for a single tile, a plain loop where
    /// tiles fit, else one whose last tile steps back.
    /// </summary>
    public static (string Header, string Start) TileLoop(string index, int length, int tile) =>
        tile >= length ? ("", "")
        : length % tile == 0 ? (For(index, length, tile), "")
        : (For(index + "Tile", Tiles(length, tile)), $"int {index} = {TileStart(index + "Tile", length, tile)};");

    /// <summary>A loop over a literal range.</summary>
    public static string For(string index, long count, long step = 1, long start = 0)
    {
        string advance = step == 1 ? $"{index}++" : $"{index} += {Literal(step)}";
        return $"for (int {index} = {Literal(start)}; {index} < {Literal(count)}; {advance})";
    }

    /// <summary>Fills lines up to a readable width with short statements.</summary>
    public static IEnumerable<string> Flow(IEnumerable<string> statements, string separator = " ")
    {
        string line = "";
        foreach (string statement in statements)
        {
            if (line.Length > 0 && line.Length + separator.Length + statement.Length > MaxLine)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? statement : separator + statement;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    /// <summary>A declaration of several variables, continued on further lines where it is long.</summary>
    public static IEnumerable<string> Declare(string type, IEnumerable<string> declarators)
    {
        string[] all = [.. declarators];
        IEnumerable<string> words = all.Select((declarator, i) => declarator + (i == all.Length - 1 ? ";" : ","));
        return Flow(words).Select((line, i) => i == 0 ? $"{type} {line}" : $"  {line}");
    }

    /// <summary>Names with a number each: <c>w0, w1, w2</c>.</summary>
    public static IEnumerable<string> Numbered(string stem, int count) => Enumerable.Range(0, count).Select(i => $"{stem}{i}");

    /// <summary>The number of tiles that cover a length when the last one may overlap its neighbour.</summary>
    public static int Tiles(int length, int tile) => (length + tile - 1) / tile;

    /// <summary>Where a tile starts: the last one steps back so that it ends with the length.</summary>
    public static string TileStart(string tileIndex, int length, int tile) =>
        tile >= length ? "0"
        : length % tile == 0 ? (tile == 1 ? tileIndex : $"{tileIndex} * {tile}")
        : $"Math.Min({tileIndex} * {tile}, {length - tile})";
}
