using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Tiles over the cells of a picture in reading order, whatever row they are in: each cell's input stands at a distance <c>d</c> from
/// the first one's, its output at a pointer of its own.
/// </summary>
internal static class FlatCells
{
    // Cells that an item of work should have, so that a block of weights serves many.
    private const int PartCells = 48;

    /// <summary>Items of work that the cells make.</summary>
    public static int Parts(int cells, int tile) => Text.Tiles(Text.Tiles(cells, tile), TilesOfPart(tile));

    /// <summary>The input of a tile's cell.</summary>
    public static string Value(string pointer, long offset, int cell) => cell == 0
        ? $"{pointer}[{Text.Literal(offset)}]"
        : $"({Text.At(pointer, offset)})[d{cell}]".Replace($"({pointer})", pointer);

    /// <summary>Writes the loop over a part's tiles and where the tile's cells stand.</summary>
    public static void Write(SourceWriter writer, CellConv conv, int tile, string part, Action body)
    {
        (int rows, int columns) = (conv.Geometry.Height.Out, conv.Geometry.Width.Out);
        int cells = rows * columns, tiles = Text.Tiles(cells, tile), perPart = TilesOfPart(tile);
        string first = perPart == 1 ? part : $"{part} * {perPart}";
        string end = perPart == 1 ? $"{first} + 1" : tiles % perPart == 0 ? $"{first} + {perPart}" : $"Math.Min({first} + {perPart}, {tiles})";
        writer.Block($"for (int tile = {first}, end = {end}; tile < end; tile++)", () =>
        {
            writer.Line($"int cell = {Text.TileStart("tile", cells, tile)}, row = cell / {columns}, column = cell % {columns};");
            writer.Line($"float* q = {Text.At("input", 0, ("row", conv.InputRow), ("column", conv.InputColumn))}, target0 = {Text.At("output", 0, ("row", conv.Y.RowFloats), ("column", conv.Y.CellPitch))};");
            if (conv.Residual is { } view)
            {
                writer.Line($"float* addend0 = {Text.At("other", 0, ("row", view.RowFloats), ("column", view.CellPitch))};");
            }

            for (int p = 1; p < tile; p++)
            {
                WriteNext(writer, conv, p);
            }

            body();
        });
    }

    private static void WriteNext(SourceWriter writer, CellConv conv, int p)
    {
        int columns = conv.Geometry.Width.Out;
        string before = p == 1 ? "" : $"d{p - 1} + ";
        string addend = conv.Residual is { } other ? $", addend{p} = addend{p - 1} + {other.CellPitch}" : "";
        writer.Line($"nint d{p} = {before}{conv.InputColumn};");
        writer.Line($"float* target{p} = target{p - 1} + {conv.Y.CellPitch}{addend};");
        string[] wraps =
        [
            "column = 0;",
            $"d{p} += {conv.InputRow - (columns * conv.InputColumn)};",
            $"target{p} += {conv.Y.RowFloats - ((long)columns * conv.Y.CellPitch)};",
            .. conv.Residual is { } view ? [$"addend{p} += {view.RowFloats - ((long)columns * view.CellPitch)};"] : Array.Empty<string>(),
        ];
        writer.Line($"if (++column == {columns}) {{ {string.Join(" ", wraps)} }}");
    }

    private static int TilesOfPart(int tile) => Math.Max(1, PartCells / tile);
}
