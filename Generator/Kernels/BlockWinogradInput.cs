using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>The input of a Winograd convolution over blocks as points.</summary>
internal static class BlockWinogradInput
{
    private const int Outputs = BlockWinograd.Outputs, Side = BlockWinograd.Side;

    /// <summary>Writes <c>ToPoints</c>: tiles of 6 x 6 cells, zeros where they lie beyond the input.</summary>
    public static void Write(SourceWriter writer, Level level)
    {
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void ToPoints(float* x, float* target, in BlockConvolution window, in BlockPoints points, int firstTile, int endTile, int groupFloats)", () =>
        {
            writer.Line($"float* edge = stackalloc float[{Side * Side * Level.CellFloats}];");
            writer.Lines(WinogradTransform.InputFactors(Side));
            writer.Line("nint pointFloats = points.PointFloats;");
            writer.Block("for (int tile = firstTile; tile < endTile; tile++, target += points.TilePitch)", () =>
            {
                writer.Line("int at = tile % points.Tiles, row = at / points.Columns * 4 - window.Top, column = at % points.Columns * 4 - window.Left;");
                writer.Line("float* plane = x + (nint)(tile / points.Tiles) * groupFloats + (nint)row * window.InputRow + column * 16, to = target;");
                writer.Line("bool inside = row >= 0 && column >= 0 && row + 6 <= window.InputRows && column + 6 <= window.InputColumns;");
                writer.Line("nint pitch = inside ? window.InputRow : 96;");
                writer.Block("for (int block = 0; block < window.InputBlocks; block++, plane += window.InputPlane, to += points.BlockPitch)", () =>
                {
                    writer.Line("if (!inside) BlockPoints.CopyEdge(plane, window.InputRow, window.InputRows, window.InputColumns, edge, 6, row, column);");
                    writer.Block(Text.For("n", Level.CellFloats, level.Lanes), () =>
                    {
                        writer.Line("float* from = (inside ? plane : edge) + n, point = to + n;");
                        for (int column = 0; column < Side; column++)
                        {
                            int c = column;
                            string[] cells = [.. Enumerable.Range(0, Side).Select(row => $"d{row}{c}")];
                            writer.Lines(Text.Declare("V", cells.Select((cell, row) => $"{cell} = *(V*)({Text.At("from", c * Level.CellFloats)}{(row == 0 ? "" : row == 1 ? " + pitch" : $" + {row} * pitch")})")));
                            writer.Lines(Text.Declare("V", WinogradTransform.Input(level, cells).Select((value, row) => $"t{row}{c} = {value}")));
                        }

                        for (int row = 0; row < Side; row++)
                        {
                            int r = row;
                            string[] cells = [.. Enumerable.Range(0, Side).Select(column => $"t{r}{column}")];
                            writer.Lines(WinogradTransform.Input(level, cells).Select(value => $"*(V*)point = {value}; point += pointFloats;"));
                        }
                    });
                });
            });
        });
    }
}
