using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Gradient of a convolution's weights over blocks of 16 channels. A thread owns the weights between a block of channels and one of
/// filters and sums in order, so the bits do not depend on the threads. Layers of all sizes share this kernel.
/// </summary>
/// <param name="Lanes">Channels of an input's cell: 16, or the few of the network's input.</param>
/// <param name="Columns">Kernel columns.</param>
internal sealed record BlockConvWeightGradient(int Lanes, int Columns) : Kernel
{
    // Outputs over which a tile's sums stay in registers: what they read stays in the first cache.
    private const int PartOutputs = 112;

    public override string Name => $"BlockConvWeightGradient_{Columns}columns" + (Lanes == BlockWindow.Block ? "" : $"_{Lanes}channels");

    public override string Summary => $"Training, weight gradient of a convolution with {Words.Count(Columns, "kernel column")}, 16 filters in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        "x: planes of cells, one for 16 channels; dy: the same without a border; sizes and distances are in the window: layers of all sizes share the kernel.",
        "dw: row, column, channel, filter.",
        Words.Samples,
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Run", "float* x", "float* dy", "float* dw", "in BlockConvolution window", "int groups", "int groupFloats", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        int most = Tiles(level).Max(tile => tile.Count);
        yield return $"Tile: up to {most} pairs of kernel column and channel x {Words.Count(level.CellVectors, "vector")} of filters = {Words.Count(most * level.CellVectors, "vector")}, named g<pair>_<vector>, over some rows of some samples.";
        yield return "Order: pairs of blocks, samples, parts of rows, kernel rows, tiles, outputs.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line($"int outputBlocks = window.OutputBlocks, rows = Math.Max(1, {PartOutputs} / window.Columns), many = Math.Max(1, {PartOutputs} / (window.Rows * window.Columns));");
        writer.Line("nint dyPlane = (nint)window.Rows * window.Columns * 16, dyRow = window.Columns * 16;");
        writer.Line("Share share = worker.Share(window.InputBlocks * outputBlocks);");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            writer.Line("int inputBlock = item / outputBlocks, outputBlock = item % outputBlocks;");
            writer.Line("float* target = dw + (nint)inputBlock * 16 * window.Filters + outputBlock * 16;");
            writer.Line($"for (int tap = 0; tap < window.Taps; tap++)");
            writer.Line(Text.For("channel", Lanes));
            writer.Indented(() => writer.Line("new Span<float>(target + ((nint)tap * window.Channels + channel) * window.Filters, 16).Clear();"));
            writer.Line("float* input = x + (nint)inputBlock * window.InputPlane + window.Corner, gradient = dy + outputBlock * dyPlane;");
            writer.Line("for (int group = 0; group < groups; group += many)");
            writer.Block("for (int row = 0; row < window.Rows; row += rows)", () =>
            {
                writer.Line("nint first = (nint)group * groupFloats;");
                writer.Line("Add(input + first + (nint)row * window.RowStride * window.InputRow, gradient + first + row * dyRow, target, window, Math.Min(rows, window.Rows - row), Math.Min(many, groups - group), groupFloats);");
            });
        });
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        writer.Line();
        writer.Line("// Adds what some rows of some samples bring.");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void Add(float* input, float* gradient, float* target, in BlockConvolution window, int rows, int groups, int groupFloats)", () =>
        {
            writer.Line("nint columnStep = window.ColumnStride * 16, wrap = (nint)window.RowStride * window.InputRow - window.Columns * columnStep, channelStep = window.Filters;");
            writer.Line("nint columnWeights = (nint)window.Channels * window.Filters;");
            writer.Block($"for (int ky = 0; ky < window.KernelRows; ky++, input += window.InputRow, target += {(Columns == 1 ? "" : $"{Columns} * ")}columnWeights)", () =>
            {
                (int kx, int channel)[][] tiles = [.. Tiles(level).Select(tile => tile.ToArray())];
                if (Lanes == BlockWindow.Block)
                {
                    (int kx, int channel)[] tile = tiles[0];
                    int channels = tile.Max(pair => pair.channel) + 1, columns = tile.Max(pair => pair.kx) + 1;
                    string column = columns == Columns ? "" : Text.For("kx", Columns);
                    writer.Loops([column, Text.For("channel", BlockWindow.Block, channels)], () => WriteTile(writer, level, tile, column.Length == 0 ? "" : "kx", "channel"));
                }
                else
                {
                    foreach ((int kx, int channel)[] tile in tiles)
                    {
                        writer.Line("{");
                        writer.Indented(() => WriteTile(writer, level, tile, "", ""));
                        writer.Line("}");
                    }
                }
            });
        });
    }

    // Sums that hide the latency of additions and leave room for a gradient's vectors and one number of the input.
    private IEnumerable<List<(int Kx, int Channel)>> Tiles(Level level)
    {
        int most = level.Accumulators / level.CellVectors;
        if (Lanes == BlockWindow.Block)
        {
            int columns = Columns == 3 && most >= 6 ? 3 : 1, channels = most / columns >= 8 ? 8 : most / columns >= 4 ? 4 : 2;
            return [[.. from kx in Enumerable.Range(0, columns) from channel in Enumerable.Range(0, channels) select (kx, channel)]];
        }

        (int, int)[] all = [.. from kx in Enumerable.Range(0, Columns) from channel in Enumerable.Range(0, Lanes) select (kx, channel)];
        return Enumerable.Range(0, Text.Tiles(all.Length, most)).Select(i => all.Skip(i * most).Take(most).ToList());
    }

    private static void WriteTile(SourceWriter writer, Level level, (int Kx, int Channel)[] tile, string kx, string channel)
    {
        for (int n = 0; n < level.CellVectors; n++)
        {
            int vector = n;
            writer.Lines(Text.Declare("V", tile.Select((_, r) => $"g{r}_{vector} = V.Zero")));
        }

        writer.Lines(Text.Declare("V", Text.Numbered("w", level.CellVectors).Prepend("v")));
        writer.Block("for (int group = 0; group < groups; group++)", () =>
        {
            writer.Line($"float* q = {Text.At("input + (nint)group * groupFloats", 0, (kx, BlockWindow.Block), (channel, 1))}, k = gradient + (nint)group * groupFloats;");
            writer.Line("for (int row = 0; row < rows; row++, q += wrap)");
            writer.Block("for (int column = 0; column < window.Columns; column++, q += columnStep, k += 16)", () =>
            {
                writer.Line(string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => $"w{n} = {Text.Vector("k", n * level.Lanes)};")));
                writer.Lines(Text.Flow(tile.Select((pair, r) => $"v = Create(q[{(pair.Kx * BlockWindow.Block) + pair.Channel}]); "
                    + string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => level.Fma("v", $"w{n}", $"g{r}_{n}"))))));
            });
        });
        string columns = kx.Length == 0 ? "" : " + kx * columnWeights", channels = channel.Length == 0 ? "" : " + channel * channelStep";
        writer.Line($"float* sums = target{columns}{channels};");
        for (int r = 0; r < tile.Length; r++)
        {
            (int column, int c) = tile[r];
            string at = "sums" + (column == 0 ? "" : $" + {column} * columnWeights") + (c == 0 ? "" : $" + {c} * channelStep");
            writer.Line(string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => $"*(V*)({at}{(n == 0 ? "" : $" + {n * level.Lanes}")}) += g{r}_{n};")));
        }
    }
}
