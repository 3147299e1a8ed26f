using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// A dense layer without any loop: every weight by its literal address. A block of units whose inputs do not fit in a method
/// keeps its sums in the output from one piece to the next.
/// </summary>
internal static class CellDenseFull
{
    /// <summary>Vector multiply-adds of the whole layer at a level.</summary>
    public static long Cost(CellDense dense, Level level) => (long)dense.Inputs * Text.Tiles(dense.Units, level.Lanes);

    /// <summary>The blocks in order, and within a block runs of inputs.</summary>
    public static IEnumerable<FullPiece> Pieces(SourceWriter writer, CellDense dense, Level level)
    {
        int vectors = dense.Tile(level).Vectors, width = vectors * level.Lanes, run = Math.Max(1, Statements.UnrollLimit / vectors);
        for (int block = 0; block < Text.Tiles(dense.Units, width); block++)
        {
            int unit = block * width, count = Math.Min(vectors, Text.Tiles(dense.Units - unit, level.Lanes));
            for (int first = 0; first < dense.Inputs; first += run)
            {
                int start = first, end = Math.Min(dense.Inputs, first + run);
                yield return new FullPiece((end - start) * count, () => WritePiece(writer, dense, level, unit, count, start, end));
            }
        }
    }

    private static void WritePiece(SourceWriter writer, CellDense dense, Level level, int unit, int vectors, int first, int end)
    {
        writer.Line($"// Units from {unit}, inputs {first} to {end - 1}.");
        writer.Lines(Text.Declare("V", Enumerable.Range(0, vectors).Select(n =>
            $"y{n} = {(first > 0 ? Text.Vector("y", unit + (n * level.Lanes)) : dense.Bias ? Text.Vector("bias", unit + (n * level.Lanes)) : "V.Zero")}")));
        writer.Line("V v;");
        for (int input = first; input < end; input++)
        {
            long row = ((long)input * dense.Units) + unit;
            writer.Lines(Text.Flow(Enumerable.Range(0, vectors)
                .Select(n => level.Fma("v", Text.Vector("kernel", row + (n * level.Lanes)), $"y{n}"))
                .Prepend($"v = Create(x[{Text.Literal(input)}]);")));
        }

        for (int n = 0; n < vectors; n++)
        {
            if (dense.Activation is not null && end == dense.Inputs)
            {
                writer.Line($"y{n} = {dense.Activation.Apply($"y{n}")};");
            }

            int offset = unit + (n * level.Lanes);
            writer.Lines(Tail.Store(level, "y", offset, $"y{n}", dense.Units - offset));
        }
    }
}
