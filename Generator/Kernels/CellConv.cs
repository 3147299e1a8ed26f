using NetDsl;
using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Convolution of one sample with channels last: filters in the lanes, direct and tiled, bias and activation applied to the tile.
/// </summary>
/// <param name="Geometry">The convolution.</param>
/// <param name="XRow">Cells from one input row to the next.</param>
/// <param name="Y">How the output stands.</param>
/// <param name="Bias">Whether there is one.</param>
/// <param name="Scaled">Whether every filter is multiplied with a factor while it is packed, as a batch normalisation behind it wants.</param>
/// <param name="Residual">How a value to add to the sums stands, if there is one.</param>
/// <param name="Activation">What is applied to the sums, if anything.</param>
/// <param name="Unroll">How much is written out.</param>
internal sealed partial record CellConv(ConvGeometry Geometry, int XRow, CellView Y, bool Bias, bool Scaled, CellView? Residual, ActivationSpec? Activation, Unroll Unroll) : ConvolutionKernel
{
    // What weights may take of a second cache of 512 KB, beside a row of the input and the output.
    private const int SecondCacheBytes = 196_608;

    // Cells whose distances stay in registers. With them the code's own offsets are short: measured 10 percent and more faster than
    // tiles within a row, whose offsets take four bytes each, and finding the cells costs little beside two vectors of filters or more.
    private const int MostFlatCells = 8;
    private const double FlatCost = 0.9;

    public override string Name => $"Conv_{Geometry.Identifier}"
        + (XRow == Geometry.Width.In ? "" : $"_x{XRow}") + Y.Suffix("y", Geometry.Width.Out, Geometry.Filters)
        + (Bias ? "" : "_NoBias") + (Scaled ? "_Scaled" : "") + CellResidual.Suffix(Residual, Geometry) + (Activation is null ? "" : "_" + Activation.Identifier) + (Unroll == Unroll.Window ? "" : "_" + Unroll);

    public override string Summary => $"Inference: convolution {Geometry}{(Activation is null ? "" : ", " + Activation.Kind)}, one sample, filters in the lanes.";

    public override string Choice => (Unroll == Unroll.Full ? "written out without loops" : "direct, filters in the lanes") + Words.Fused(Activation, Residual);

    public override IEnumerable<string> Legend =>
    [
        $"x: rows {Text.Literal((long)XRow * CellFloats)} floats apart, {Words.Count(CellFloats, "channel")} a cell; y: rows {Text.Literal(Y.RowFloats)} floats apart, {Words.Count(Geometry.Filters, "filter")} a cell{(Y.CellPitch == Geometry.Filters ? "" : $", cells {Text.Literal(Y.CellPitch)} floats apart")}.",
        $"kernel: {Geometry.Height.Kernel} x {Geometry.Width.Kernel} x {Geometry.Channels} x {Geometry.Filters} (row, column, channel, filter); packed: the same, a block of filters after the other.",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        Scaled ? new("Pack", "float* kernel", "float* scale", "float* packed") : new("Pack", "float* kernel", "float* packed"),
        new("Run", ["float* x", "float* packed", "float* bias", .. CellResidual.Parameters(Residual), "float* y", "Worker worker"]),
    ];

    public override int PackedFloats => Levels.Max(level => LastWidth(level) is > 0 and int last
        ? ((Blocks(level) - 1) * BlockFloats(level)) + (Taps * last)
        : Geometry.Groups * Blocks(level) * BlockFloats(level));

    // Filters that do not fill half of a vector of 512 bits take no longer with 256.
    public override IReadOnlyList<Level> Levels => Geometry.GroupFilters <= Level.V256.Lanes ? [Level.V256, Level.V128] : Level.All;

    /// <summary>The level whose tiles another one computes a part of, if that is what it does.</summary>
    private Level? TiledAs { get; init; }

    private int CellFloats => Geometry.Channels * Geometry.Groups;

    // Where all weights stay in the second cache, a row's input and output should too; else a block's weights should.
    private bool RowsOutside => Levels.Max(level => Blocks(level)) * Geometry.Groups == 1 || (long)PackedFloats * sizeof(float) <= SecondCacheBytes;

    internal long InputRow => (long)Geometry.Height.Stride * XRow * CellFloats;

    internal long InputColumn => (long)Geometry.Width.Stride * CellFloats;

    private int Cells => Geometry.Height.Out * Geometry.Width.Out;

    // Kernel columns and channels stand side by side in the input unless something lies between them.
    private bool Contiguous => Geometry.Groups == 1 && Geometry.Width.Dilation == 1;

    public override bool Prefetches => Unroll != Unroll.Full && Prefetching.Pays((long)Cells * Geometry.Filters);

    private string Pointers => $"x, packed, bias{(Residual is null ? "" : ", residual")}, y";

    public override IEnumerable<string> Explain(Level level)
    {
        (int pixels, int vectors) = Tile(level);
        yield return $"Tile: {Words.Count(pixels, "pixel")} x {Words.Count(vectors, "vector")} of filters ({Math.Min(vectors * level.Lanes, Geometry.GroupFilters)} of {vectors * level.Lanes} lanes used) = {Words.Count(pixels * vectors, "vector")}, named y<pixel>_<vector>.";
        string rows = Flat(level) ? $"parts of {Words.Count(Cells, "pixel")}" : Words.Count(Geometry.Height.Out, "row"), tiles = Flat(level) ? "tiles that run over the ends of rows" : "tiles of columns";
        yield return $"Order: {(RowsOutside ? $"{rows}, blocks of filters" : $"blocks of filters, {rows}")}, {tiles}, {Words.Count(Geometry.Height.Kernel, "kernel row")}, {Geometry.Width.Kernel}x{Geometry.Channels} taps.";
        int last = LastWidth(level);
        if (last > 0)
        {
            yield return $"The last block has {Words.Count(last, "filter")}{(LastIsHalf(level) ? ", half a vector: the code for 256 bits computes it" : "")}.";
        }

        foreach (string remark in Words.Overhang(("block of filters", last > 0 ? 0 : Geometry.GroupFilters, vectors * level.Lanes), Flat(level) ? ("tile of pixels", Cells, pixels) : ("tile of columns", Geometry.Width.Out, pixels)))
        {
            yield return remark;
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        if (method.Name == "Pack")
        {
            WritePack(writer, level);
        }
        else if (Unroll == Unroll.Full)
        {
            FullText.WriteCalls(writer, CellConvFull.Pieces(writer, this, level), Pointers);
        }
        else
        {
            WriteRun(writer, level);
        }
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        if (Unroll == Unroll.Full)
        {
            FullText.WriteParts(writer, CellConvFull.Pieces(writer, this, level), "float* " + Pointers.Replace(", ", ", float* "), CellConvFull.Prologue(this, level));
            return;
        }

        WriteLastBlock(writer, level);
    }

    internal (int Pixels, int Vectors) Tile(Level own)
    {
        Level level = TiledAs ?? own;
        (int pixels, int vectors) = Flat(level) ? FlatChoice(level).Tile : RowChoice(level).Tile;
        if (Unroll != Unroll.Full)
        {
            return (pixels, vectors);
        }

        // A tile with all its taps must fit in a method.
        int room = Math.Max(1, Statements.UnrollLimit / Taps);
        vectors = Math.Min(vectors, room);
        return (Math.Min(pixels, Math.Max(1, room / vectors)), vectors);
    }

    /// <summary>
    /// Whether tiles run over the ends of rows. Where rows are short they must: of 7 columns a tile of 6 in each row would compute 5
    /// twice.
    /// </summary>
    internal bool Flat(Level own) => TiledAs is null ? RunsOn(own) : RunsOn(TiledAs);

    private bool RunsOn(Level level) => Unroll != Unroll.Full && Activation is not { InRegisters: false }
        && FlatChoice(level).Cycles * (FlatChoice(level).Tile.Vectors == 1 ? 1.05 : FlatCost) < RowChoice(level).Cycles * Geometry.Height.Out;

    internal int Taps => Geometry.Height.Kernel * Geometry.Width.Kernel * Geometry.Channels;

    internal int Width(Level level) => Tile(level).Vectors * level.Lanes;

    internal int Blocks(Level level) => Text.Tiles(Geometry.GroupFilters, Width(level));

    internal int BlockFloats(Level level) => Geometry.Height.Kernel * Geometry.Width.Kernel * Geometry.Channels * Width(level);

    private ((int Cells, int Vectors) Tile, double Cycles) RowChoice(Level level) =>
        TileChoice.OfCells(level, Geometry.Width.Out, Text.Tiles(Geometry.GroupFilters, level.Lanes), Taps);

    private ((int Cells, int Vectors) Tile, double Cycles) FlatChoice(Level level) =>
        TileChoice.OfCells(level, Cells, Text.Tiles(Geometry.GroupFilters, level.Lanes), Taps, MostFlatCells);
}
