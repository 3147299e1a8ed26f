using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>The transforms of a Winograd convolution's tiles: input to points, products to output.</summary>
internal static class WinogradTiles
{
    /// <summary>Writes <c>ToPoints</c>: reads tiles that overlap by two cells, borders of zeros included.</summary>
    public static void WriteInput(SourceWriter writer, CellWinograd kernel, Level level)
    {
        int side = kernel.Side, channels = kernel.Geometry.Channels;
        var view = new CellView(kernel.XRow, channels);
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void ToPoints(float* x, float* points, int firstTile, int endTile)", () =>
        {
            writer.Lines(WinogradTransform.InputFactors(kernel.Outputs));
            writer.Block($"for (int tile = firstTile; tile < endTile; tile++, points += {Text.Literal(kernel.TilePitch)})", () =>
            {
                writer.Line($"int row = tile / {kernel.TileColumns}, column = tile % {kernel.TileColumns};");
                writer.Line($"float* corner = {CellWinograd.Corner("x", kernel.Outputs, view, kernel.Geometry.Height.PadBefore, kernel.Geometry.Width.PadBefore)};");
                writer.Block(Text.For("n", channels, level.Lanes), () =>
                {
                    writer.Line("float* from = corner + n, to = points + n;");
                    for (int column = 0; column < side; column++)
                    {
                        int c = column;
                        string[] cells = [.. Enumerable.Range(0, side).Select(row => $"d{row}{c}")];
                        writer.Lines(Text.Declare("V", cells.Select((cell, row) => $"{cell} = {Text.Vector("from", (row * view.RowFloats) + ((long)c * channels))}")));
                        writer.Lines(Text.Declare("V", WinogradTransform.Input(level, kernel.Outputs, cells).Select((point, row) => $"t{row}{c} = {point}")));
                    }

                    for (int row = 0; row < side; row++)
                    {
                        int r = row;
                        string[] cells = [.. Enumerable.Range(0, side).Select(column => $"t{r}{column}")];
                        writer.Lines(WinogradTransform.Input(level, kernel.Outputs, cells).Select((point, column) =>
                            $"{Text.Vector("to", ((r * side) + column) * kernel.PointFloats)} = {point};"));
                    }
                });
            });
        });
    }

    /// <summary>Writes <c>FromProducts</c>: bias, residual and activation are applied to the tile; cells beyond the output are left out.</summary>
    public static void WriteOutput(SourceWriter writer, CellWinograd kernel, Level level)
    {
        int outputs = kernel.Outputs, side = kernel.Side;
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        string residual = kernel.Residual is null ? "" : "float* residual, ";
        writer.Method($"private static void FromProducts(float* products, float* bias, {residual}float* y, int firstTile, int endTile)", () =>
        {
            writer.Lines(WinogradTransform.OutputFactors(outputs));
            writer.Block($"for (int tile = firstTile; tile < endTile; tile++, products += {Text.Literal(kernel.ProductPitch)})", () =>
            {
                writer.Line($"int row = tile / {kernel.TileColumns}, column = tile % {kernel.TileColumns};");
                writer.Line($"float* corner = {CellWinograd.Corner("y", outputs, kernel.Y, 0, 0)};");
                if (kernel.Residual is { } view)
                {
                    writer.Line($"float* addends = {CellWinograd.Corner("residual", outputs, view, 0, 0)};");
                }

                if (Prefetching.Pays((long)kernel.Geometry.Height.Out * kernel.Geometry.Width.Out * kernel.Geometry.Filters))
                {
                    writer.Line("float* line = corner;");
                    writer.Block($"for (int r = 0; r < {outputs}; r++, line += {Text.Literal(kernel.Y.RowFloats)})", () =>
                        writer.Lines(Prefetching.Lines("line", outputs, kernel.Y.CellPitch, kernel.Geometry.Filters)));
                }

                WriteInside(writer, "rows", "row", kernel.Geometry.Height.Out, outputs);
                WriteInside(writer, "columns", "column", kernel.Geometry.Width.Out, outputs);
                writer.Block(Text.For("n", kernel.Geometry.Filters, level.Lanes), () =>
                {
                    writer.Line("float* from = products + n, to = corner + n;");
                    if (kernel.Residual is not null)
                    {
                        writer.Line("float* addend = addends + n;");
                    }

                    for (int column = 0; column < side; column++)
                    {
                        int c = column;
                        string[] products = [.. Enumerable.Range(0, side).Select(row => $"p{row}{c}")];
                        writer.Lines(Text.Declare("V", products.Select((product, row) => $"{product} = {Text.Vector("from", ((row * side) + c) * kernel.ProductFloats)}")));
                        writer.Lines(Text.Declare("V", WinogradTransform.Output(level, outputs, products).Select((sum, row) => $"t{row}{c} = {sum}")));
                    }

                    writer.Line(kernel.Bias ? $"V b = {Text.Vector("bias", 0, ("n", 1))}, sum;" : "V sum;");
                    for (int row = 0; row < outputs; row++)
                    {
                        WriteRow(writer, kernel, level, row);
                    }
                });
            });
        });
    }

    private static void WriteInside(SourceWriter writer, string name, string index, int length, int outputs)
    {
        if (length % outputs != 0)
        {
            writer.Line($"int {name} = {length} - {index} * {outputs}; // of the tile that lie within the output");
        }
    }

    private static void WriteRow(SourceWriter writer, CellWinograd kernel, Level level, int row)
    {
        int outputs = kernel.Outputs;
        string[] sums = WinogradTransform.Output(level, outputs, [.. Enumerable.Range(0, kernel.Side).Select(column => $"t{row}{column}")]);
        void Cells()
        {
            for (int column = 0; column < outputs; column++)
            {
                string value = kernel.Bias ? $"{sums[column]} + b" : sums[column];
                string addend = kernel.Residual is { } view ? $" + {Text.Vector("addend", (row * view.RowFloats) + ((long)column * view.CellPitch))}" : "";
                string target = Text.Vector("to", (row * kernel.Y.RowFloats) + ((long)column * kernel.Y.CellPitch));
                string guard = kernel.Geometry.Width.Out % outputs == 0 || column == 0 ? "" : $"if (columns > {column}) ";
                writer.Line($"sum = {value}{addend};");
                writer.Line($"{guard}{target} = {(kernel.Activation is null ? "sum" : kernel.Activation.Apply("sum"))};");
            }
        }

        if (kernel.Geometry.Height.Out % outputs == 0 || row == 0)
        {
            Cells();
        }
        else
        {
            writer.Block($"if (rows > {row})", Cells);
        }
    }
}
