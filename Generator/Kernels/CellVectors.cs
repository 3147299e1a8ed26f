using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Walks the channels of a cell (or the values of a row) in whole vectors; nothing beyond the last is stored.</summary>
internal static class CellVectors
{
    /// <summary>Writes the store of the variable <c>result</c>.</summary>
    public delegate void Store(string pointer, (string Index, long Factor)[] terms);

    /// <param name="writer">Where to.</param>
    /// <param name="level">The instruction level.</param>
    /// <param name="count">Values to walk.</param>
    /// <param name="body">Writes one vector's work, given the index variable ("" for 0) and how to store its result.</param>
    public static void Write(SourceWriter writer, Level level, int count, Action<string, Store> body)
    {
        int lanes = level.Lanes;
        void Whole(string pointer, (string, long)[] terms) => writer.Line($"{Text.Vector(pointer, 0, terms)} = result;");
        if (count == lanes)
        {
            body("", Whole);
        }
        else if (count < lanes)
        {
            body("", (pointer, terms) => writer.Lines(Tail.Store(level, pointer, 0, "result", count, terms)));
        }
        else
        {
            writer.Block(count % lanes == 0 ? Text.For("n", count, lanes) : Text.For("tile", Text.Tiles(count, lanes)), () =>
            {
                if (count % lanes != 0)
                {
                    writer.Line($"int n = {Text.TileStart("tile", count, lanes)};");
                }

                body("n", Whole);
            });
        }
    }
}
