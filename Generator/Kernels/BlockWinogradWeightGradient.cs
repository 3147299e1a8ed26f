using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Gradient of a 3x3 convolution's weights over blocks of 16 channels by Winograd's minimal filtering: with the forward pass F(4x4, 3x3)
/// as y = A'[(G w G') * (B' x B)]A, it is dw = G'[sum of (A dy A') * (B' x B)]G, a quarter of the direct multiplications (Lavin and Gray,
/// 2015, section 4.2). Layers of all sizes share this kernel.
/// </summary>
internal sealed record BlockWinogradWeightGradient : Kernel
{
    private const int Points = BlockWinograd.Side * BlockWinograd.Side;

    public override string Name => "BlockWinogradWeightGradient";

    public override string Summary => "Training, weight gradient of a 3x3 convolution, the transpose of Winograd's F(4x4, 3x3), 16 filters in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        "x: planes of cells, one for 16 channels; dy: the same without a border; sizes and distances are in the window: layers of all sizes share the kernel.",
        "dw: row, column, channel, filter. packed: 36 points of the sums, of tiles of x and of tiles of dy.",
        Words.Samples,
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Run", "float* x", "float* dy", "float* packed", "float* dw", "in BlockConvolution window", "int groups", "int groupFloats", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        int channels = Channels(level);
        yield return $"Sums: {Words.Count(channels, "channel")} x {Words.Count(level.CellVectors, "vector")} of a block of filters = {Words.Count(channels * level.CellVectors, "vector")}, named g<channel>_<vector>, over a block of tiles.";
        yield return "Order: blocks of tiles, to points, 36 points, blocks of channels and filters, tiles; back at the end. Tiles are summed in order: bits do not depend on the threads.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line("BlockPoints points = BlockPoints.OfGradient(window);");
        writer.Line($"float* inputs = packed + {Points} * ((nint)window.Channels * window.Filters + 16), gradients = inputs + {Points} * (nint)points.PointFloats;");
        writer.Line("int tiles = groups * points.Tiles;");
        writer.Block("for (int first = 0; first < tiles; first += points.BlockTiles)", () =>
        {
            writer.Line("int count = Math.Min(points.BlockTiles, tiles - first);");
            writer.Line("Share share = worker.Share(count);");
            writer.Line("ToPoints(x, inputs + share.From * 16, window, points, first + share.From, first + share.To, groupFloats);");
            writer.Line("GradientToPoints(dy, gradients + share.From * 16, window, points, first + share.From, first + share.To, groupFloats);");
            writer.Line("worker.Barrier();");
            writer.Line($"foreach (Share part in worker.Shares({Points} * window.InputBlocks))");
            writer.Indented(() => writer.Line("Multiply(inputs, gradients, packed, window, points, count, part.From, part.To, first > 0);"));
            writer.Line("worker.Barrier();");
        });
        writer.Line("Share pairs = worker.Share(window.InputBlocks * window.OutputBlocks);");
        writer.Line("FromSums(packed, dw, window, pairs.From, pairs.To);");
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        BlockWinogradInput.Write(writer, level);
        BlockWinogradGradient.WriteToPoints(writer, level);
        WriteProducts(writer, level);
        BlockWinogradGradient.WriteFromSums(writer, level);
    }

    // All channels of a block where registers suffice.
    private static int Channels(Level level) => (level.Accumulators / level.CellVectors) switch
    {
        >= 16 => 16,
        >= 4 => 4,
        _ => 2,
    };

    private static void WriteProducts(SourceWriter writer, Level level)
    {
        int channels = Channels(level);
        string[] vectors = [.. Enumerable.Range(0, level.CellVectors).Select(n => $"w{n} = {Text.Vector("k", n * level.Lanes)};")];
        var sums = (from c in Enumerable.Range(0, channels) from n in Enumerable.Range(0, level.CellVectors) select (Name: $"g{c}_{n}", Offset: (c * Level.CellFloats) + (n * level.Lanes))).ToArray();
        void Store(string assign) => writer.Lines(Text.Flow(sums.Select(sum => $"{Text.Vector("target", sum.Offset)} {assign} {sum.Name};")));
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void Multiply(float* inputs, float* gradients, float* sums, in BlockConvolution window, in BlockPoints points, int tiles, int firstItem, int endItem, bool add)", () =>
        {
            writer.Block("for (int item = firstItem; item < endItem; item++)", () =>
            {
                writer.Line("int point = item / window.InputBlocks, inputBlock = item % window.InputBlocks;");
                writer.Line("float* input = inputs + point * (nint)points.PointFloats + inputBlock * (nint)points.BlockPitch, gradient = gradients + point * (nint)points.ProductFloats;");
                writer.Line("float* target = sums + (nint)item * window.Filters * 16 + point * 16;");
                string loop = "for (int block = 0; block < window.OutputBlocks; block++, gradient += points.BlockPitch)";
                void Tile()
                {
                    writer.Lines(Text.Declare("V", sums.Select(sum => $"{sum.Name} = V.Zero")));
                    writer.Lines(Text.Declare("V", Text.Numbered("w", level.CellVectors).Prepend("v")));
                    writer.Line($"float* q = {Text.At("input", 0, (channels == Level.CellFloats ? "" : "channel", 1))}, k = gradient;");
                    writer.Block("for (int tile = 0; tile < tiles; tile++, q += 16, k += 16)", () =>
                    {
                        writer.Line(string.Join(" ", vectors));
                        writer.Lines(Text.Flow(Enumerable.Range(0, channels).Select(c => $"v = Create(q[{c}]); "
                            + string.Join(" ", Enumerable.Range(0, level.CellVectors).Select(n => level.Fma("v", $"w{n}", $"g{c}_{n}"))))));
                    });
                    writer.Block("if (add)", () => Store("+="));
                    writer.Block("else", () => Store("="));
                    writer.Line($"target += {channels * Level.CellFloats};");
                }

                if (channels == Level.CellFloats)
                {
                    writer.Block(loop, Tile);
                }
                else
                {
                    writer.Line(loop);
                    writer.Block(Text.For("channel", Level.CellFloats, channels), Tile);
                }
            });
        });
    }
}
