using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>The products of a Winograd convolution over blocks back to cells of the output.</summary>
internal static class BlockWinogradOutput
{
    private const int Outputs = BlockWinograd.Outputs, Side = BlockWinograd.Side;

    /// <summary>Writes <c>FromProducts</c>: bias, activation or derivative are applied to the tile; cells beyond the output are left out.</summary>
    public static void Write(SourceWriter writer, Level level, ActivationSpec? activation, bool gradient)
    {
        bool known = gradient && activation is not null, activated = !gradient && activation is not null;
        string start = gradient ? "" : "float* bias, ", values = known ? "float* values, int valuesRow, int valuesPlane, " : "", flag = activated ? ", bool activate" : "";
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method($"private static void FromProducts(float* products, {start}{values}float* y, in BlockConvolution window, in BlockPoints points, int firstTile, int endTile, int firstBlock, int endBlock, int groupFloats{flag})", () =>
        {
            writer.Lines(WinogradTransform.OutputFactors(Outputs, Side));
            writer.Line("nint productFloats = points.ProductFloats;");
            writer.Block("for (int tile = firstTile; tile < endTile; tile++, products += points.ProductPitch)", () =>
            {
                writer.Line("int at = tile % points.Tiles, row = at / points.Columns * 4, column = at % points.Columns * 4;");
                writer.Line("int rows = window.Rows - row, columns = window.Columns - column; // of the tile that lie within the output");
                writer.Line("nint group = (nint)(tile / points.Tiles) * groupFloats;");
                writer.Line("float* corner = y + group + (nint)firstBlock * window.OutputPlane + (nint)row * window.OutputRow + column * 16;");
                if (known)
                {
                    writer.Line("float* value = values + group + (nint)firstBlock * valuesPlane + (nint)row * valuesRow + column * 16;");
                }

                string next = known ? ", value += valuesPlane" : "";
                writer.Line($"for (int block = firstBlock; block < endBlock; block++, corner += window.OutputPlane{next})");
                writer.Block(Text.For("n", Level.CellFloats, level.Lanes), () => WriteTile(writer, level, activation, gradient));
            });
        });
    }

    private static void WriteTile(SourceWriter writer, Level level, ActivationSpec? activation, bool gradient)
    {
        bool known = gradient && activation is not null;
        writer.Line("float* from = products + (block - firstBlock) * 16 + n, to = corner + n;");
        for (int row = 0; row < Side; row++)
        {
            int r = row;
            string[] products = [.. Enumerable.Range(0, Side).Select(column => $"p{r}{column}")];
            writer.Lines(Text.Flow(products.Select(product => $"V {product} = *(V*)from; from += productFloats;")));
            writer.Lines(Text.Declare("V", WinogradTransform.Output(level, Outputs, products).Select((sum, column) => $"t{r}{column} = {sum}")));
        }

        writer.Line(gradient ? "V sum;" : "V b = bias == null ? V.Zero : *(V*)(bias + block * 16 + n), sum;");
        if (known)
        {
            writer.Line("float* known = value + n;");
        }

        string[][] columns = [.. Enumerable.Range(0, Outputs).Select(column => WinogradTransform.Output(level, Outputs, [.. Enumerable.Range(0, Side).Select(row => $"t{row}{column}")]))];
        for (int row = 0; row < Outputs; row++)
        {
            int r = row;
            void Cells()
            {
                for (int column = 0; column < Outputs; column++)
                {
                    string sum = gradient ? columns[column][r] : $"{columns[column][r]} + b", offset = column == 0 ? "" : $" + {column * Level.CellFloats}";
                    string result = known ? activation!.Gradient("sum", $"*(V*)(known{offset})") : activation is null ? "sum" : $"activate ? {activation.Apply("sum")} : sum";
                    string guard = column == 0 ? "" : $"if (columns > {column}) ";
                    writer.Line($"{guard}{{ sum = {sum}; *(V*)(to{offset}) = {result}; }}");
                }
            }

            if (row == 0)
            {
                Cells();
                continue;
            }

            writer.Line($"to += window.OutputRow;{(known ? " known += valuesRow;" : "")}");
            writer.Block($"if (rows > {row})", Cells);
        }
    }
}
