using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// The input's transform of a Winograd convolution whose channels fill no vectors. A tile's rows are transformed down their columns as
/// they stand, cells side by side, so that vectors are full; then the cells of each row, read from a copy that a vector may overrun.
/// </summary>
internal static class WinogradRows
{
    /// <summary>Whether a vector of channels would not end with those of a cell.</summary>
    public static bool Wanted(CellWinograd kernel) => Cell(kernel) % Level.CellFloats != 0;

    /// <summary>Whether a tile's row fills a vector of every level.</summary>
    public static bool Fits(WinogradForm form, int channels) => form.Reach * channels >= Level.CellFloats;

    /// <summary>Floats from the points of a tile to the next one's: the channels, and what the last vector writes beyond them.</summary>
    public static int TilePitch(CellWinograd kernel)
    {
        int last = Text.Tiles(Cell(kernel), LevelOf(kernel, Level.V512).Lanes) * LevelOf(kernel, Level.V512).Lanes;
        return ((kernel.Form.Stride - 1) * Cell(kernel)) + last;
    }

    /// <summary>
    /// The level whose method transforms the input: cells of at most 8 floats waste half of a vector of 512 bits, of which a core stores
    /// half as many.
    /// </summary>
    public static Level LevelOf(CellWinograd kernel, Level level) =>
        Wanted(kernel) && level == Level.V512 && Cell(kernel) <= Level.V256.Lanes ? Level.V256 : level;

    public static void WriteInput(SourceWriter writer, CellWinograd kernel, Level level)
    {
        WinogradForm form = kernel.Form;
        int side = form.Side, stride = form.Stride, cell = Cell(kernel), row = side * cell, pitch = Rounded(row) + Level.CellFloats;
        var view = new CellView(kernel.XRow, kernel.Geometry.Channels);
        (string, long) Phase(long factor) => (stride == 1 ? "" : "phase", factor);
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method($"{(level != Level.V512 && LevelOf(kernel, Level.V512) == level ? "internal" : "private")} static void ToPoints(float* x, float* points, int firstTile, int endTile)", () =>
        {
            writer.Line($"float* rows = stackalloc float[{side * pitch}];");
            writer.Lines(WinogradTransform.InputFactors(side));
            writer.Block($"for (int tile = firstTile; tile < endTile; tile++, points += {Text.Literal(kernel.TilePitch)})", () =>
            {
                writer.Line($"int row = tile / {kernel.TileColumns}, column = tile % {kernel.TileColumns};");
                writer.Line($"float* corner = {CellWinograd.Corner("x", form.Step, view, kernel.Geometry.Height.PadBefore, kernel.Geometry.Width.PadBefore)};");
                writer.Loops([stride == 1 ? "" : Text.For("phase", stride)], () =>
                {
                    WriteColumns(writer, level, row, [.. Enumerable.Range(0, side).Select(line => line * stride * view.RowFloats)], pitch, Phase(view.RowFloats));
                    writer.Line($"float* place = {Text.At("points", 0, Phase(cell))};");
                    writer.Block(Text.For("line", side), () => WriteCells(writer, kernel, level, cell, pitch));
                });
            });
        });
    }

    // Down the columns of the tile: element by element, whatever cell it belongs to.
    private static void WriteColumns(SourceWriter writer, Level level, int row, long[] lines, int pitch, (string, long) phase)
    {
        (string header, string start) = Text.TileLoop("n", row, level.Lanes);
        string n = header.Length == 0 ? "" : "n";
        writer.Loops([header], () =>
        {
            if (start.Length > 0)
            {
                writer.Line(start);
            }

            writer.Line($"float* from = {Text.At("corner", 0, phase, (n, 1))}, to = {Text.At("rows", 0, (n, 1))};");
            string[] values = [.. Text.Numbered("d", lines.Length)];
            writer.Lines(Text.Declare("V", values.Select((value, line) => $"{value} = {Text.Vector("from", lines[line])}")));
            writer.Lines(WinogradTransform.Input(level, values).Select((point, line) => $"{Text.Vector("to", line * pitch)} = {point};"));
        });
    }

    // Along a row of the tile: what a vector holds beyond the cell is overwritten by the next phase, or never read.
    private static void WriteCells(SourceWriter writer, CellWinograd kernel, Level level, int cell, int pitch)
    {
        int side = kernel.Form.Side;
        string header = cell <= level.Lanes ? "" : Text.For("n", cell, level.Lanes), n = header.Length == 0 ? "" : "n";
        writer.Loops([header], () =>
        {
            writer.Line($"float* from = {Text.At("rows", 0, ("line", pitch), (n, 1))}, to = {Text.At("place", 0, ("line", side * kernel.PointFloats), (n, 1))};");
            string[] values = [.. Text.Numbered("d", side)];
            writer.Lines(Text.Declare("V", values.Select((value, column) => $"{value} = {Text.Vector("from", (long)column * cell)}")));
            writer.Lines(WinogradTransform.Input(level, values).Select((point, column) => $"{Text.Vector("to", column * kernel.PointFloats)} = {point};"));
        });
    }

    // A cell of the form: stride columns of the input, which stand side by side.
    private static int Cell(CellWinograd kernel) => kernel.Form.Stride * kernel.Geometry.Channels;

    private static int Rounded(int floats) => Text.Tiles(floats, Level.CellFloats) * Level.CellFloats;
}
