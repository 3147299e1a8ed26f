using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>What leads into and out of the points of a Winograd convolution's weight gradient over blocks.</summary>
internal static class BlockWinogradGradient
{
    private const int Outputs = BlockWinograd.Outputs, Side = BlockWinograd.Side, Taps = 3;

    /// <summary>Writes <c>GradientToPoints</c>: tiles of 4 x 4 cells of the output's gradient, zeros where they lie beyond.</summary>
    public static void WriteToPoints(SourceWriter writer, Level level)
    {
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void GradientToPoints(float* dy, float* target, in BlockConvolution window, in BlockPoints points, int firstTile, int endTile, int groupFloats)", () =>
        {
            writer.Line($"float* edge = stackalloc float[{Outputs * Outputs * Level.CellFloats}];");
            writer.Lines(WinogradTransform.OutputGradientFactors());
            writer.Line("nint pointFloats = points.ProductFloats;");
            writer.Line("int rowFloats = window.Columns * 16;");
            writer.Block("for (int tile = firstTile; tile < endTile; tile++, target += points.ProductPitch)", () =>
            {
                writer.Line($"int at = tile % points.Tiles, row = at / points.Columns * {Outputs}, column = at % points.Columns * {Outputs};");
                writer.Line("float* plane = dy + (nint)(tile / points.Tiles) * groupFloats + (nint)row * rowFloats + column * 16, to = target;");
                writer.Line($"bool inside = row + {Outputs} <= window.Rows && column + {Outputs} <= window.Columns;");
                writer.Line($"nint pitch = inside ? rowFloats : {Outputs * Level.CellFloats};");
                writer.Block("for (int block = 0; block < window.OutputBlocks; block++, plane += (nint)window.Rows * rowFloats, to += points.BlockPitch)", () =>
                {
                    writer.Line($"if (!inside) BlockPoints.CopyEdge(plane, rowFloats, window.Rows, window.Columns, edge, {Outputs}, row, column);");
                    writer.Block(Text.For("n", Level.CellFloats, level.Lanes), () =>
                    {
                        writer.Line("float* from = (inside ? plane : edge) + n, point = to + n;");
                        WriteTile(writer, level);
                    });
                });
            });
        });
    }

    /// <summary>Writes <c>FromSums</c>: the sums at the points between some pairs of blocks to gradients of 3 x 3 taps.</summary>
    public static void WriteFromSums(SourceWriter writer, Level level)
    {
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void FromSums(float* sums, float* dw, in BlockConvolution window, int first, int end)", () =>
        {
            writer.Line("nint tapFloats = (nint)window.Channels * window.Filters, pointFloats = tapFloats + 16;");
            writer.Block("for (int pair = first; pair < end; pair++)", () =>
            {
                writer.Line("int channel = pair / window.OutputBlocks * 16, filter = pair % window.OutputBlocks * 16;");
                writer.Loops([Text.For("row", Level.CellFloats), Text.For("n", Level.CellFloats, level.Lanes)], () =>
                {
                    writer.Line("float* from = sums + (nint)pair * 256 + row * 16 + n, to = dw + (nint)(channel + row) * window.Filters + filter + n;");
                    for (int row = 0; row < Side; row++)
                    {
                        int r = row;
                        string[] points = [.. Enumerable.Range(0, Side).Select(column => $"s{r}{column}")];
                        writer.Lines(Text.Flow(points.Select(point => $"V {point} = *(V*)from; from += pointFloats;")));
                        writer.Lines(Text.Declare("V", WinogradTransform.FilterGradient(points).Select((value, column) => $"t{r}{column} = {value}")));
                    }

                    string[][] columns = [.. Enumerable.Range(0, Taps).Select(column => WinogradTransform.FilterGradient([.. Enumerable.Range(0, Side).Select(row => $"t{row}{column}")]))];
                    writer.Lines(from row in Enumerable.Range(0, Taps) from column in Enumerable.Range(0, Taps) select $"*(V*)to = {columns[column][row]}; to += tapFloats;");
                });
            });
        });
    }

    private static void WriteTile(SourceWriter writer, Level level)
    {
        for (int column = 0; column < Outputs; column++)
        {
            int c = column;
            string[] cells = [.. Enumerable.Range(0, Outputs).Select(row => $"d{row}{c}")];
            writer.Lines(Text.Declare("V", cells.Select((cell, row) => $"{cell} = *(V*)({Text.At("from", c * Level.CellFloats)}{(row == 0 ? "" : row == 1 ? " + pitch" : $" + {row} * pitch")})")));
            writer.Lines(Text.Declare("V", WinogradTransform.OutputGradient(level, cells).Select((value, row) => $"t{row}{c} = {value}")));
        }

        for (int row = 0; row < Side; row++)
        {
            string[] cells = [.. Enumerable.Range(0, Outputs).Select(column => $"t{row}{column}")];
            writer.Lines(WinogradTransform.OutputGradient(level, cells).Select(value => $"*(V*)point = {value}; point += pointFloats;"));
        }
    }
}
