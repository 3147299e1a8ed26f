using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>The transforms of a Winograd convolution's tiles: input to points, products to output.</summary>
internal static class WinogradTiles
{
    /// <summary>Writes <c>ToPoints</c>: reads tiles that overlap, borders of zeros included, whole vectors of channels at a time.</summary>
    public static void WriteInput(SourceWriter writer, CellWinograd kernel, Level level)
    {
        int side = kernel.Form.Side, stride = kernel.Form.Stride, channels = stride * kernel.Geometry.Channels;
        var view = new CellView(kernel.XRow, kernel.Geometry.Channels);
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void ToPoints(float* x, float* points, int firstTile, int endTile)", () =>
        {
            writer.Lines(WinogradTransform.InputFactors(side));
            writer.Block($"for (int tile = firstTile; tile < endTile; tile++, points += {Text.Literal(kernel.TilePitch)})", () =>
            {
                writer.Line($"int row = tile / {kernel.TileColumns}, column = tile % {kernel.TileColumns};");
                writer.Line($"float* corner = {CellWinograd.Corner("x", kernel.Form.Step, view, kernel.Geometry.Height.PadBefore, kernel.Geometry.Width.PadBefore)};");
                writer.Loops([stride == 1 ? "" : Text.For("phase", stride), Text.For("n", channels, level.Lanes)], () =>
                {
                    (string, long) phase(long factor) => (stride == 1 ? "" : "phase", factor);
                    writer.Line($"float* from = {Text.At("corner", 0, phase(view.RowFloats), ("n", 1))}, to = {Text.At("points", 0, phase(channels), ("n", 1))};");
                    for (int column = 0; column < side; column++)
                    {
                        int c = column;
                        string[] cells = [.. Enumerable.Range(0, side).Select(row => $"d{row}{c}")];
                        writer.Lines(Text.Declare("V", cells.Select((cell, row) => $"{cell} = {Text.Vector("from", (row * stride * view.RowFloats) + ((long)c * channels))}")));
                        writer.Lines(Text.Declare("V", WinogradTransform.Input(level, cells).Select((point, row) => $"t{row}{c} = {point}")));
                    }

                    for (int row = 0; row < side; row++)
                    {
                        int r = row;
                        string[] cells = [.. Enumerable.Range(0, side).Select(column => $"t{r}{column}")];
                        writer.Lines(WinogradTransform.Input(level, cells).Select((point, column) =>
                            $"{Text.Vector("to", ((r * side) + column) * kernel.PointFloats)} = {point};"));
                    }
                });
            });
        });
    }

    /// <summary>Writes <c>FromProducts</c>: bias, residual and activation are applied to the tile; cells beyond the output are left out.</summary>
    public static void WriteOutput(SourceWriter writer, CellWinograd kernel, Level level)
    {
        int outputs = kernel.Form.Outputs, side = kernel.Form.Side;
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        string residual = kernel.Residual is null ? "" : "float* residual, ";
        writer.Method($"private static void FromProducts(float* products, float* bias, {residual}float* y, int firstTile, int endTile)", () =>
        {
            writer.Lines(WinogradTransform.OutputFactors(outputs, side));
            writer.Block($"for (int tile = firstTile; tile < endTile; tile++, products += {Text.Literal(kernel.Columns ? WinogradColumns.SumFloats(kernel.Form, level) : kernel.ProductPitch)})", () =>
            {
                writer.Line($"int row = tile / {kernel.TileColumns}, column = tile % {kernel.TileColumns};");
                writer.Line($"float* corner = {CellWinograd.Corner("y", outputs, kernel.Y, 0, 0)};");
                if (kernel.Residual is { } view)
                {
                    writer.Line($"float* addends = {CellWinograd.Corner("residual", outputs, view, 0, 0)};");
                }

                if (kernel.AsksForLines && !kernel.Columns)
                {
                    writer.Line("float* line = corner;");
                    WriteHints(writer, kernel, kernel.Geometry.Filters);
                }

                WriteInside(writer, "rows", "row", kernel.Geometry.Height.Out, outputs);
                WriteInside(writer, "columns", "column", kernel.Geometry.Width.Out, outputs);
                (string header, string start) = kernel.Columns ? ("", "") : Text.TileLoop("n", kernel.Geometry.Filters, level.Lanes);
                string n = header.Length == 0 ? "" : "n";
                writer.Loops([header], () =>
                {
                    writer.Lines(start.Length == 0 ? [] : [start]);
                    writer.Line($"float* from = {Text.At("products", 0, (n, 1))}, to = {Text.At("corner", 0, (n, 1))};");
                    if (kernel.Residual is not null)
                    {
                        writer.Line($"float* addend = {Text.At("addends", 0, (n, 1))};");
                    }

                    for (int column = 0; column < side; column++)
                    {
                        int c = column;
                        if (kernel.Columns)
                        {
                            writer.Lines(Text.Declare("V", Enumerable.Range(0, outputs).Select(row => $"t{row}{c} = {Text.Vector("from", ((c * outputs) + row) * level.Lanes)}")));
                            continue;
                        }

                        string[] products = [.. Enumerable.Range(0, side).Select(row => $"p{row}{c}")];
                        writer.Lines(Text.Declare("V", products.Select((product, row) => $"{product} = {Text.Vector("from", ((row * side) + c) * kernel.ProductFloats)}")));
                        writer.Lines(Text.Declare("V", WinogradTransform.Output(level, outputs, products).Select((sum, row) => $"t{row}{c} = {sum}")));
                    }

                    writer.Line(kernel.Bias ? $"V b = {Text.Vector("bias", 0, (n, 1))}, sum;" : "V sum;");
                    for (int row = 0; row < outputs; row++)
                    {
                        WriteRow(writer, kernel, level, row);
                    }
                });
            });
        });
    }

    /// <summary>Asks for the lines of a tile's output, so many floats of each cell.</summary>
    public static void WriteHints(SourceWriter writer, CellWinograd kernel, int floats) =>
        writer.Block($"for (int r = 0; r < {kernel.Form.Outputs}; r++, line += {Text.Literal(kernel.Y.RowFloats)})", () =>
            writer.Lines(Prefetching.Lines("line", kernel.Form.Outputs, kernel.Y.CellPitch, floats)));

    private static void WriteInside(SourceWriter writer, string name, string index, int length, int outputs)
    {
        if (length % outputs != 0)
        {
            writer.Line($"int {name} = {length} - {index} * {outputs}; // of the tile that lie within the output");
        }
    }

    private static void WriteRow(SourceWriter writer, CellWinograd kernel, Level level, int row)
    {
        int outputs = kernel.Form.Outputs;
        string[] sums = WinogradTransform.Output(level, outputs, [.. Enumerable.Range(0, kernel.Form.Side).Select(column => $"t{row}{column}")]);
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
