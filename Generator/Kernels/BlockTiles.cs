using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// The tiles of a convolution over blocks: some cells of the output in reading order times a block of 16 channels, summed over all taps
/// and blocks of the input. The last tile repeats its first cell where cells run out.
/// </summary>
/// <param name="Lanes">Channels of an input's cell that count: 16, or the few of the network's input.</param>
/// <param name="Activation">What is applied to the sums, or whose derivative they are multiplied with; null for neither.</param>
/// <param name="Gradient">Whether the derivative is meant.</param>
internal sealed record BlockTiles(int Lanes, ActivationSpec? Activation, bool Gradient)
{
    // Taps written out, so that counting costs little beside their multiply-adds.
    private const int Unrolled = 4;

    // Cells whose distances stay in registers.
    private const int MostCells = 8;

    public static int Cells(Level level) => Math.Min(MostCells, level.Accumulators / level.CellVectors);

    public static string Explain(Level level) =>
        $"Tile: {Words.Count(Cells(level), "cell")} x {Words.Count(level.CellVectors, "vector")} of a block = {Words.Count(Cells(level) * level.CellVectors, "vector")}, named y<cell>_<vector>.";

    private bool Known => Gradient && Activation is not null;

    private string Parameters => "float* input, float* weights, " + (Gradient ? Known ? "float* values, " : "" : "float* bias, ")
        + "float* output, in BlockWalk walk" + (!Gradient && Activation is not null ? ", bool activate" : "");

    public void Write(SourceWriter writer, Level level)
    {
        int cells = Cells(level);
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method($"private static void Tiles({Parameters})", () =>
        {
            writer.Line("int columns = walk.Columns, count = walk.Rows * columns;");
            writer.Line("nint inputWrap = walk.RowStep - (nint)columns * walk.CellStep, outputWrap = walk.OutputRow - (nint)columns * walk.OutputCell;");
            if (Known)
            {
                writer.Line("nint valueWrap = walk.ValueRow - (nint)columns * walk.ValueCell;");
            }

            writer.Block($"for (int cell = 0; cell < count; cell += {cells})", () =>
            {
                WriteCells(writer, cells);
                WriteSums(writer, level, cells);
                WriteTaps(writer, level, cells);
                WriteStores(writer, level, cells);
            });
        });
    }

    private void WriteCells(SourceWriter writer, int cells)
    {
        writer.Line("int row = cell / columns, column = cell % columns, left = count - cell;");
        writer.Line("float* plane = input + (nint)row * walk.RowStep + column * walk.CellStep, k = weights;");
        writer.Line("float* y0 = output + (nint)row * walk.OutputRow + column * walk.OutputCell;");
        if (Known)
        {
            writer.Line("float* v0 = values + (nint)row * walk.ValueRow + column * walk.ValueCell;");
        }

        for (int p = 1; p < cells; p++)
        {
            string value = Known ? $", v{p} = v{p - 1} + walk.ValueCell" : "", wrap = Known ? $" v{p} += valueWrap;" : "", first = Known ? $" v{p} = v0;" : "";
            writer.Line($"nint d{p} = {(p == 1 ? "" : $"d{p - 1} + ")}walk.CellStep;");
            writer.Line($"float* y{p} = y{p - 1} + walk.OutputCell{value};");
            writer.Line($"if (++column == columns) {{ column = 0; d{p} += inputWrap; y{p} += outputWrap;{wrap} }}");
            writer.Line($"if (left <= {p}) {{ d{p} = 0; y{p} = y0;{first} }}");
        }
    }

    private void WriteSums(SourceWriter writer, Level level, int cells)
    {
        for (int n = 0; n < level.CellVectors; n++)
        {
            int vector = n;
            string start = Gradient ? "V.Zero" : $"bias == null ? V.Zero : {Text.Vector("bias", n * level.Lanes)}";
            writer.Lines(Text.Declare("V", Enumerable.Range(0, cells).Select(p => $"y{p}_{vector} = {(p == 0 ? start : $"y0_{vector}")}")));
        }

        writer.Lines(Text.Declare("V", Text.Numbered("w", level.CellVectors).Prepend("v")));
    }

    private void WriteTaps(SourceWriter writer, Level level, int cells) => writer.Block("for (int block = 0; block < walk.Blocks; block++, plane += walk.Plane)", () =>
    {
        writer.Line("float* line = plane;");
        writer.Block("for (int ky = 0; ky < walk.KernelRows; ky++, line += walk.Line)", () =>
        {
            bool whole = Lanes == BlockWindow.Block;
            int step = whole ? Unrolled : Lanes;
            writer.Line("float* q = line;");
            writer.Block($"for (int tap = 0; tap < walk.KernelFloats; tap += {(whole ? step : BlockWindow.Block)}, q += {(whole ? step : BlockWindow.Block)}, k += {step * BlockWindow.Block})", () =>
            {
                for (int lane = 0; lane < step; lane++)
                {
                    int at = lane;
                    writer.Line(string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => $"w{n} = {Text.Vector("k", (at * BlockWindow.Block) + (n * level.Lanes))};")));
                    writer.Lines(Text.Flow(Enumerable.Range(0, cells).Select(p => $"v = Create({FlatCells.Value("q", at, p)}); "
                        + string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => level.Fma("v", $"w{n}", $"y{p}_{n}"))))));
                }
            });
        });
    });

    private void WriteStores(SourceWriter writer, Level level, int cells)
    {
        var sums = (from p in Enumerable.Range(0, cells) from n in Enumerable.Range(0, level.CellVectors) select (Cell: p, Vector: n)).ToArray();
        string Target((int Cell, int Vector) sum) => Text.Vector($"y{sum.Cell}", sum.Vector * level.Lanes);
        string Sum((int Cell, int Vector) sum) => $"y{sum.Cell}_{sum.Vector}";
        if (Known)
        {
            writer.Lines(Text.Flow(sums.Select(sum => $"{Target(sum)} = {Activation!.Gradient(Sum(sum), Text.Vector($"v{sum.Cell}", sum.Vector * level.Lanes))};")));
            return;
        }

        if (Activation is not null)
        {
            writer.Line("if (activate)");
            writer.Line("{");
            writer.Indented(() => writer.Lines(Text.Flow(sums.Select(sum => $"{Sum(sum)} = {Activation.Apply(Sum(sum))};"))));
            writer.Line("}").Line();
        }

        writer.Lines(Text.Flow(sums.Select(sum => $"{Target(sum)} = {Sum(sum)};")));
    }
}
