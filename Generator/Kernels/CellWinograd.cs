namespace NetDsl.Generator.Kernels;

/// <summary>
/// A convolution of one sample by Winograd's minimal filtering (Lavin and Gray, 2015): tiles of the input and the filters become
/// points, at every point one small matrix product, and the products become tiles of the output. Multiplies 2 to 4 times less often.
/// </summary>
/// <param name="Geometry">The convolution: one group.</param>
/// <param name="Form">Outputs and taps of a tile.</param>
/// <param name="XRow">Cells from one input row to the next.</param>
/// <param name="Y">How the output stands.</param>
/// <param name="Bias">Whether there is one.</param>
/// <param name="Scaled">Whether every filter is multiplied with a factor while it is packed, as a batch normalisation behind it wants.</param>
/// <param name="Residual">How a value to add to the sums stands, if there is one.</param>
/// <param name="Activation">What is applied to the sums, if anything.</param>
internal sealed partial record CellWinograd(
    ConvGeometry Geometry, WinogradForm Form, int XRow, CellView Y, bool Bias, bool Scaled, CellView? Residual, ActivationSpec? Activation) : ConvolutionKernel
{
    /// <summary>Filters must fill a vector of every level; a last one that they do not fill steps back.</summary>
    public const int FewestFilters = Level.CellFloats;

    // Tiles of a block: what a thread transforms, multiplies and transforms back while it stays in its cache.
    private const int MostBlockTiles = 24;

    public override string Name => $"Winograd{Form.Outputs}x{Form.Outputs}_{Geometry.Identifier}"
        + (XRow == Geometry.Width.In ? "" : $"_x{XRow}") + Y.Suffix("y", Geometry.Width.Out, Geometry.Filters)
        + (Bias ? "" : "_NoBias") + (Scaled ? "_Scaled" : "") + CellResidual.Suffix(Residual, Geometry) + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary =>
        $"Inference: convolution {Geometry}{(Activation is null ? "" : ", " + Activation.Kind)}, one sample, Winograd {Form}, filters in the lanes.";

    public override string Choice => $"Winograd {Form}, filters in the lanes" + Words.Fused(Activation, Residual);

    public override IEnumerable<string> Legend =>
    [
        $"x: rows {Text.Literal((long)XRow * Geometry.Channels)} floats apart, {Words.Count(Geometry.Channels, "channel")} a cell; y: rows {Text.Literal(Y.RowFloats)} floats apart, {Words.Count(Geometry.Filters, "filter")} a cell{(Y.CellPitch == Geometry.Filters ? "" : $", cells {Text.Literal(Y.CellPitch)} floats apart")}.",
        $"kernel: {Geometry.Height.Kernel} x {Geometry.Width.Kernel} x {Geometry.Channels} x {Geometry.Filters} (row, column, channel, filter); packed: "
            + (Columns
                ? $"a vector of filters after the other, each {Form.Side} columns x {Channels} channels x {Form.Side} rows of points."
                : $"{Form.Positions} points, a block of filters after the other, each {Channels} channels x its filters."),
        $"scratch: {(Shared ? "shared by all threads" : "a part for each thread")}; points of a block of tiles, {Text.Literal(PointFloats)} floats apart, a tile's channels {Text.Literal(TilePitch)} apart; behind them "
            + (Columns
                ? $"a vector of filters' sums, a tile's {Form.Side} columns x {Form.Outputs} rows after the other's."
                : $"the products, {Text.Literal(ProductFloats)} and {Text.Literal(ProductPitch)} apart."),
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        Scaled ? new("Pack", "float* kernel", "float* scale", "float* packed") : new("Pack", "float* kernel", "float* packed"),
        new("Run", ["float* x", "float* packed", "float* bias", .. CellResidual.Parameters(Residual), "float* y", "float* scratch", "Worker worker"]),
    ];

    public override int PackedFloats => Level.All.Max(level => Form.Positions * Blocks(level) * Channels * Width(level));

    public override int ScratchFloats => checked((int)((Form.Positions * PointFloats) + ProductsFloats));

    public override bool Prefetches => AsksForLines || !Columns;

    /// <summary>Whether the output's lines are asked for before they are written.</summary>
    internal bool AsksForLines => Prefetching.Pays((long)Geometry.Height.Out * Geometry.Width.Out * Geometry.Filters);

    /// <summary>Channels of a point.</summary>
    internal int Channels => Form.Channels(Geometry.Channels);

    internal int TileColumns => Form.Tiles(Geometry.Width);

    internal int Tiles => TileColumns * Form.Tiles(Geometry.Height);

    /// <summary>Whether sums stay in registers, because they have few terms.</summary>
    internal bool Columns => WinogradColumns.Wanted(Form, Geometry.Channels);

    /// <summary>
    /// Tiles of a block: all of them where they are few; fewer where vectors of filters come back to cells that only near caches should
    /// hold, or where the threads would have too few blocks to share.
    /// </summary>
    internal int BlockTiles =>
        Tiles <= MostBlockTiles * 4 / 3 ? Tiles
        : Columns && AsksForLines ? MostBlockTiles / 3
        : Columns && Tiles < 8 * MostBlockTiles ? MostBlockTiles / 2
        : MostBlockTiles;

    /// <summary>Whether all tiles are one block whose products the threads share, because a few blocks would leave threads without work.</summary>
    internal bool Shared => !Columns && Tiles < 4 * MostBlockTiles;

    // Distances that are multiples of 4 KB would make the rows of a product evict each other from the cache.
    internal long TilePitch => WinogradRows.Wanted(this) ? WinogradRows.TilePitch(this) : Channels + (Channels % 256 == 0 ? Level.CellFloats : 0);

    internal long ProductPitch => Geometry.Filters + (Geometry.Filters % 256 == 0 ? Level.CellFloats : 0);

    internal long PointFloats => (RoomTiles * TilePitch) + Level.CellFloats;

    internal long ProductFloats => (RoomTiles * ProductPitch) + Level.CellFloats;

    private long ProductsFloats => Columns
        ? Level.All.Max(level => (long)RoomTiles * WinogradColumns.SumFloats(Form, level))
        : Form.Positions * ProductFloats;

    // The last rows of a product may lie beyond the last tile.
    private int RoomTiles => Level.All.Max(level => MultipleOf(Shared ? Tiles : BlockTiles, Product(level).Rows));

    public override IEnumerable<string> Explain(Level level)
    {
        (int rows, int vectors) = Product(level);
        yield return Columns
            ? $"Products: {Words.Count(rows, "tile")} x {Form.Side} rows of points x 1 vector of filters = {Words.Count(rows * Form.Side, "vector")}, named y<tile>_<row>, over {Words.Count(Channels, "channel")}."
            : $"Products: {Words.Count(rows, "tile")} x {Words.Count(vectors, "vector")} of filters = {Words.Count(rows * vectors, "vector")}, named y<tile>_<vector>, over {Words.Count(Channels, "channel")}.";
        yield return Shared
            ? $"Order: all {Words.Count(Tiles, "tile")} to points, {Form.Positions} points x blocks of filters, all tiles back; the threads share each part and meet behind it."
            : $"Order: blocks of {BlockTiles} of {Words.Count(Tiles, "tile")}, one thread each: to points, {(Columns ? $"vectors of filters x {Form.Side} columns of points" : $"{Form.Positions} points x blocks of filters")}, back.";
        foreach (string remark in Words.Overhang(("block of filters", Geometry.Filters, Width(level))))
        {
            yield return remark;
        }
    }

    /// <summary>The register tile of the products.</summary>
    internal (int Rows, int Vectors) Product(Level level) =>
        Columns ? (WinogradColumns.Tiles(Form, level, BlockTiles), 1) : TileChoice.OfCells(level, Shared ? Tiles : BlockTiles, Geometry.Filters / level.Lanes, Channels).Tile;

    internal int Width(Level level) => Product(level).Vectors * level.Lanes;

    internal int Blocks(Level level) => Text.Tiles(Geometry.Filters, Width(level));

    /// <summary>A pointer to the corner of the tile numbered <c>tile</c>, from its row and column.</summary>
    internal static string Corner(string pointer, int step, CellView view, int padTop, int padLeft) => Text.At(
        pointer, -((padTop * view.RowFloats) + ((long)padLeft * view.CellPitch)), ("row", step * view.RowFloats), ("column", (long)step * view.CellPitch));

    private static int MultipleOf(int count, int tile) => Text.Tiles(count, tile) * tile;
}
