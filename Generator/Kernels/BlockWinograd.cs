using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// A 3x3 convolution of a batch over blocks of 16 channels by Winograd's minimal filtering F(4x4, 3x3) (Lavin and Gray, 2015). The same
/// kernel gives the gradient of the input, which is such a convolution with the kernel turned around. Layers of all sizes share it.
/// </summary>
/// <param name="Activation">What is applied to the sums, or whose derivative they are multiplied with; null for neither.</param>
/// <param name="Gradient">Whether the output is the gradient of the input of the convolution whose kernel is given.</param>
internal sealed record BlockWinograd(ActivationSpec? Activation, bool Gradient) : Kernel
{
    /// <summary>Rows and columns of outputs in a tile.</summary>
    public const int Outputs = 4;

    /// <summary>Rows and columns of a tile's points.</summary>
    public const int Side = Outputs + 2;

    // Channels written out in the loop of the products.
    private const int Unrolled = 4;

    // Tiles whose distances stay in registers.
    private const int MostRows = 8;

    public override string Name => "BlockWinograd" + (Gradient ? "InputGradient" : "") + (Activation is null ? "" : (Gradient ? "_of" : "_") + Activation.Identifier);

    public override string Summary => Gradient
        ? $"Training, input gradient of a 3x3 convolution{(Activation is null ? "" : ", times the derivative of the " + Activation.Kind + " before it")}, Winograd F(4x4, 3x3), 16 channels in the lanes of a cell."
        : $"Training, forward: 3x3 convolution{(Activation is null ? "" : ", " + Activation.Kind)}, Winograd F(4x4, 3x3), 16 filters in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        "x, y: planes of cells, one for 16 channels; sizes and distances are in the window: layers of all sizes share the kernel.",
        Gradient
            ? "x is the gradient of the convolution's output, y that of its input. kernel: row, column, channel of y, channel of x."
            : "kernel: row, column, channel, filter.",
        "packed: 36 points, blocks of filters, channels, 16 filters. scratch: a thread's own, points of some tiles and their products.",
        Words.Samples,
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new(Gradient ? "Run" : "Forward",
        [
            "float* x", "float* kernel", .. Gradient ? Array.Empty<string>() : ["float* bias"], "float* packed", "float* scratch", .. Known ? ["float* values", "int valuesRow", "int valuesPlane"] : Array.Empty<string>(),
            "float* y", "in BlockConvolution window", .. !Gradient && Activation is not null ? ["bool activate"] : Array.Empty<string>(), "int groups", "int groupFloats", "Worker worker",
        ]),
    ];

    private bool Known => Gradient && Activation is not null;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Products: {Words.Count(Rows(level), "tile")} x {Words.Count(level.CellVectors, "vector")} of a block of filters = {Words.Count(Rows(level) * level.CellVectors, "vector")}, named y<tile>_<vector>, over all channels.";
        yield return "Order: parts of the filters, blocks of tiles, one thread each: to points, 36 points x blocks of filters, back.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line($"BlockPoints points = BlockPoints.Of(window);");
        writer.Line("Share blocks = worker.Share(window.InputBlocks * window.OutputBlocks);");
        writer.Line("Pack(kernel, packed, window, blocks.From, blocks.To);");
        writer.Line("worker.Barrier();");
        writer.Line("int tiles = groups * points.Tiles, tileBlocks = (tiles + points.BlockTiles - 1) / points.BlockTiles;");
        writer.Line("float* products = scratch + 36 * points.PointFloats;");
        writer.Line("foreach (Share share in worker.Shares(points.Parts * tileBlocks))");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            writer.Line("int firstBlock = item / tileBlocks * points.PartBlocks, endBlock = Math.Min(firstBlock + points.PartBlocks, window.OutputBlocks);");
            writer.Line("int first = item % tileBlocks * points.BlockTiles, end = Math.Min(first + points.BlockTiles, tiles);");
            writer.Line("ToPoints(x, scratch, window, points, first, end, groupFloats);");
            writer.Line("Multiply(scratch, packed, products, window, points, end - first, firstBlock, endBlock);");
            string start = Gradient ? "" : "bias, ", values = Known ? "values, valuesRow, valuesPlane, " : "", flag = !Gradient && Activation is not null ? ", activate" : "";
            writer.Line($"FromProducts(products, {start}{values}y, window, points, first, end, firstBlock, endBlock, groupFloats{flag});");
        });
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        BlockWinogradPack.Write(writer, level, Gradient);
        BlockWinogradInput.Write(writer, level);
        WriteProducts(writer, level);
        BlockWinogradOutput.Write(writer, level, Activation, Gradient);
    }

    private static int Rows(Level level) => Math.Min(MostRows, level.Accumulators / level.CellVectors);

    private static void WriteProducts(SourceWriter writer, Level level)
    {
        int rows = Rows(level);
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void Multiply(float* values, float* packed, float* products, in BlockConvolution window, in BlockPoints points, int tiles, int firstBlock, int endBlock)", () =>
        {
            writer.Line("int channels = window.Channels;");
            writer.Line(string.Join(" ", Enumerable.Range(1, rows - 1).Select(p => p == 1 ? "nint d1 = points.TilePitch;" : $"nint d{p} = d{p - 1} + d1;")));
            writer.Line(Text.For("point", Side * Side));
            writer.Line("for (int block = firstBlock; block < endBlock; block++)");
            writer.Block($"for (int tile = 0; tile < tiles; tile += {rows})", () =>
            {
                for (int n = 0; n < level.CellVectors; n++)
                {
                    int vector = n;
                    writer.Lines(Text.Declare("V", Enumerable.Range(0, rows).Select(p => $"y{p}_{vector} = V.Zero")));
                }

                writer.Lines(Text.Declare("V", Text.Numbered("w", level.CellVectors).Prepend("v")));
                writer.Line("float* q = values + point * (nint)points.PointFloats + tile * (nint)points.TilePitch;");
                writer.Line("float* k = packed + ((nint)point * window.OutputBlocks + block) * channels * 16;");
                writer.Block($"for (int channel = 0; channel < channels; channel += {Unrolled}, q += {Unrolled}, k += {Unrolled * Level.CellFloats})", () =>
                {
                    for (int c = 0; c < Unrolled; c++)
                    {
                        int step = c;
                        writer.Line(string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => $"w{n} = {Text.Vector("k", (step * Level.CellFloats) + (n * level.Lanes))};")));
                        writer.Lines(Text.Flow(Enumerable.Range(0, rows).Select(p => $"v = Create({FlatCells.Value("q", step, p)}); "
                            + string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => level.Fma("v", $"w{n}", $"y{p}_{n}"))))));
                    }
                });
                writer.Line("float* target = products + point * (nint)points.ProductFloats + tile * (nint)points.ProductPitch + (block - firstBlock) * 16;");
                for (int p = 0; p < rows; p++)
                {
                    int row = p;
                    writer.Line(string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => $"{Text.Vector("target", n * level.Lanes)} = y{row}_{n};")) + (p == rows - 1 ? "" : " target += points.ProductPitch;"));
                }
            });
        });
    }
}
