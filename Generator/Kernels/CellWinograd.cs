using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// A 3x3 convolution of one sample by Winograd's minimal filtering (Lavin and Gray, 2015): tiles of the input and the filters become
/// points, at every point one small matrix product, and the products become tiles of the output. Multiplies 2.25 or 4 times less often.
/// </summary>
/// <param name="Geometry">The convolution: stride 1, one group.</param>
/// <param name="Outputs">Rows and columns of outputs in a tile, 2 or 4.</param>
/// <param name="XRow">Cells from one input row to the next.</param>
/// <param name="Y">How the output stands.</param>
/// <param name="Bias">Whether there is one.</param>
/// <param name="Scaled">Whether every filter is multiplied with a factor while it is packed, as a batch normalisation behind it wants.</param>
/// <param name="Residual">How a value to add to the sums stands, if there is one.</param>
/// <param name="Activation">What is applied to the sums, if anything.</param>
internal sealed record CellWinograd(
    ConvGeometry Geometry, int Outputs, int XRow, CellView Y, bool Bias, bool Scaled, CellView? Residual, ActivationSpec? Activation) : ConvolutionKernel
{
    /// <summary>Channels and filters must fill whole vectors of every level.</summary>
    public const int ChannelMultiple = 16;

    // Tiles of a block: what a thread transforms, multiplies and transforms back while it stays in its cache.
    internal const int BlockTiles = 24;

    public override string Name => $"Winograd{Outputs}x{Outputs}_{Geometry.Identifier}"
        + (XRow == Geometry.Width.In ? "" : $"_x{XRow}") + Y.Suffix("y", Geometry.Width.Out, Geometry.Filters)
        + (Bias ? "" : "_NoBias") + (Scaled ? "_Scaled" : "") + CellResidual.Suffix(Residual, Geometry) + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary =>
        $"Inference: convolution {Geometry}{(Activation is null ? "" : ", " + Activation.Kind)}, one sample, Winograd F({Outputs}x{Outputs}, 3x3), filters in the lanes.";

    public override string Choice => $"Winograd F({Outputs}x{Outputs}, 3x3), filters in the lanes" + Words.Fused(Activation, Residual);

    public override IEnumerable<string> Legend =>
    [
        $"x: rows {Text.Literal((long)XRow * Geometry.Channels)} floats apart, {Words.Count(Geometry.Channels, "channel")} a cell; y: rows {Text.Literal(Y.RowFloats)} floats apart, {Words.Count(Geometry.Filters, "filter")} a cell{(Y.CellPitch == Geometry.Filters ? "" : $", cells {Text.Literal(Y.CellPitch)} floats apart")}.",
        $"kernel: 3 x 3 x {Geometry.Channels} x {Geometry.Filters} (row, column, channel, filter); packed: {Positions} points, a block of filters after the other, each {Geometry.Channels} channels x its filters.",
        $"scratch: {(Shared ? "shared by all threads" : "a part for each thread")}; points of a block of tiles, {Text.Literal(PointFloats)} floats apart, a tile's channels {Text.Literal(TilePitch)} apart; behind them the products, {Text.Literal(ProductFloats)} and {Text.Literal(ProductPitch)} apart.",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        Scaled ? new("Pack", "float* kernel", "float* scale", "float* packed") : new("Pack", "float* kernel", "float* packed"),
        new("Run", ["float* x", "float* packed", "float* bias", .. CellResidual.Parameters(Residual), "float* y", "float* scratch", "Worker worker"]),
    ];

    public override int PackedFloats => Level.All.Max(level => Positions * Blocks(level) * Geometry.Channels * Width(level));

    public override int ScratchFloats => checked((int)(Positions * (PointFloats + ProductFloats)));

    public override bool Prefetches => true;

    /// <summary>Points of a tile: each is a matrix product of its own.</summary>
    internal int Positions => Side * Side;

    internal int Side => Outputs + 2;

    internal int TileColumns => Text.Tiles(Geometry.Width.Out, Outputs);

    internal int Tiles => TileColumns * Text.Tiles(Geometry.Height.Out, Outputs);

    /// <summary>Whether all tiles are one block whose products the threads share, because a few blocks would leave threads without work.</summary>
    internal bool Shared => Tiles < 4 * BlockTiles;

    // Distances that are multiples of 4 KB would make the rows of a product evict each other from the cache.
    internal long TilePitch => Geometry.Channels + (Geometry.Channels % 256 == 0 ? Level.CellFloats : 0);

    internal long ProductPitch => Geometry.Filters + (Geometry.Filters % 256 == 0 ? Level.CellFloats : 0);

    internal long PointFloats => (RoomTiles * TilePitch) + Level.CellFloats;

    internal long ProductFloats => (RoomTiles * ProductPitch) + Level.CellFloats;

    // The last rows of a product may lie beyond the last tile.
    private int RoomTiles => Level.All.Max(level => MultipleOf(Shared ? Tiles : BlockTiles, Product(level).Rows));

    public override IEnumerable<string> Explain(Level level)
    {
        (int rows, int vectors) = Product(level);
        yield return $"Products: {Words.Count(rows, "tile")} x {Words.Count(vectors, "vector")} of filters = {Words.Count(rows * vectors, "vector")}, named y<tile>_<vector>, over {Words.Count(Geometry.Channels, "channel")}.";
        yield return Shared
            ? $"Order: all {Words.Count(Tiles, "tile")} to points, {Positions} points x blocks of filters, all tiles back; the threads share each part and meet behind it."
            : $"Order: blocks of {BlockTiles} of {Words.Count(Tiles, "tile")}, one thread each: to points, {Positions} points x blocks of filters, back.";
        foreach (string remark in Words.Overhang(("block of filters", Geometry.Filters, Width(level))))
        {
            yield return remark;
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        if (method.Name == "Pack")
        {
            WinogradPack.Write(writer, this, level);
        }
        else if (Shared)
        {
            WriteShared(writer, level);
        }
        else
        {
            WriteBlocks(writer, level);
        }
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        WinogradTiles.WriteInput(writer, this, level);
        WinogradProduct.Write(writer, this, level);
        WinogradTiles.WriteOutput(writer, this, level);
    }

    /// <summary>The register tile of the products.</summary>
    internal (int Rows, int Vectors) Product(Level level) =>
        TileChoice.OfCells(level, Shared ? Tiles : BlockTiles, Geometry.Filters / level.Lanes, Geometry.Channels).Tile;

    internal int Width(Level level) => Product(level).Vectors * level.Lanes;

    internal int Blocks(Level level) => Text.Tiles(Geometry.Filters, Width(level));

    /// <summary>A pointer to the corner of the tile numbered <c>tile</c>, from its row and column.</summary>
    internal static string Corner(string pointer, int outputs, CellView view, int padTop, int padLeft) => Text.At(
        pointer, -((padTop * view.RowFloats) + ((long)padLeft * view.CellPitch)), ("row", outputs * view.RowFloats), ("column", (long)outputs * view.CellPitch));

    private static int MultipleOf(int count, int tile) => Text.Tiles(count, tile) * tile;

    private string Residuals => Residual is null ? "" : "residual, ";

    private void WriteShared(SourceWriter writer, Level level)
    {
        writer.Line($"float* products = {Text.At("scratch", Positions * PointFloats)};");
        writer.Line($"foreach (Share tiles in worker.Shares({Tiles})) ToPoints(x, {Text.At("scratch", 0, ("tiles.From", TilePitch))}, tiles.From, tiles.To);");
        writer.Line("worker.Barrier();");
        writer.Line($"foreach (Share items in worker.Shares({Text.Literal(Positions * Blocks(level))})) Multiply(scratch, packed, products, {Tiles}, items.From, items.To);");
        writer.Line("worker.Barrier();");
        writer.Line($"foreach (Share tiles in worker.Shares({Tiles})) FromProducts({Text.At("products", 0, ("tiles.From", ProductPitch))}, bias, {Residuals}y, tiles.From, tiles.To);");
    }

    private void WriteBlocks(SourceWriter writer, Level level)
    {
        writer.Line($"float* points = {Text.At("scratch", 0, ("worker.Index", ScratchFloats))}, products = {Text.At("points", Positions * PointFloats)};");
        writer.Line($"foreach (Share share in worker.Shares({Text.Tiles(Tiles, BlockTiles)}))");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            writer.Line($"int first = item * {BlockTiles}, end = Math.Min(first + {BlockTiles}, {Text.Literal(Tiles)});");
            writer.Line("ToPoints(x, points, first, end);");
            writer.Line($"Multiply(points, packed, products, end - first, 0, {Text.Literal(Positions * Blocks(level))});");
            writer.Line($"FromProducts(products, bias, {Residuals}y, first, end);");
        });
    }
}
