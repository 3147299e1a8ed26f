namespace NetDsl.Generator.Kernels;

/// <summary>Stores of vectors of which only the first lanes count, so that neighbours keep their values.</summary>
internal static class Tail
{
    /// <summary>Statements that store the first <paramref name="count"/> lanes of a vector; a whole one where it is full.</summary>
    public static IEnumerable<string> Store(Level level, string pointer, long offset, string vector, int count, params (string Index, long Factor)[] terms)
    {
        if (count >= level.Lanes)
        {
            return [$"{Text.Vector(pointer, offset, terms)} = {vector};"];
        }

        return Pieces(level.Bits, pointer, offset, vector, count, terms);
    }

    private static IEnumerable<string> Pieces(int bits, string pointer, long offset, string vector, int count, (string Index, long Factor)[] terms)
    {
        int half = bits / 64;
        string At(long o) => Text.At(pointer, o, terms) is var at && at.Contains(' ') ? $"({at})" : at;
        while (bits > 128)
        {
            if (count >= half)
            {
                yield return $"*(Vector{bits / 2}<float>*){At(offset)} = {vector}.GetLower();";
                offset += half;
                count -= half;
                vector += ".GetUpper()";
            }
            else
            {
                vector += ".GetLower()";
            }

            bits /= 2;
            half /= 2;
        }

        int lane = 0;
        if (count >= 2)
        {
            yield return $"VectorMath.StorePair({Text.At(pointer, offset, terms)}, {vector});";
            (lane, count, offset) = (2, count - 2, offset + 2);
        }

        if (count == 1)
        {
            yield return $"*{At(offset)} = {vector}.{(lane == 0 ? "ToScalar()" : $"GetElement({lane})")};";
        }
    }
}
