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
internal sealed record CellConv(ConvGeometry Geometry, int XRow, CellView Y, bool Bias, bool Scaled, CellView? Residual, ActivationSpec? Activation, Unroll Unroll) : ConvolutionKernel
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

    public override int PackedFloats => Level.All.Max(level => Geometry.Groups * Blocks(level) * BlockFloats(level));

    private int CellFloats => Geometry.Channels * Geometry.Groups;

    // Where all weights stay in the second cache, a row's input and output should too; else a block's weights should.
    private bool RowsOutside => Level.All.Max(level => Blocks(level)) * Geometry.Groups == 1 || (long)PackedFloats * sizeof(float) <= SecondCacheBytes;

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
        foreach (string remark in Words.Overhang(("block of filters", Geometry.GroupFilters, vectors * level.Lanes), Flat(level) ? ("tile of pixels", Cells, pixels) : ("tile of columns", Geometry.Width.Out, pixels)))
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
        }
    }

    internal (int Pixels, int Vectors) Tile(Level level)
    {
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
    internal bool Flat(Level level) => Unroll != Unroll.Full && Activation is not { InRegisters: false }
        && FlatChoice(level).Cycles * (FlatChoice(level).Tile.Vectors == 1 ? 1.05 : FlatCost) < RowChoice(level).Cycles * Geometry.Height.Out;

    internal int Taps => Geometry.Height.Kernel * Geometry.Width.Kernel * Geometry.Channels;

    internal int Width(Level level) => Tile(level).Vectors * level.Lanes;

    internal int Blocks(Level level) => Text.Tiles(Geometry.GroupFilters, Width(level));

    internal int BlockFloats(Level level) => Geometry.Height.Kernel * Geometry.Width.Kernel * Geometry.Channels * Width(level);

    /// <summary>Writes the running sums of a tile, started from the bias.</summary>
    internal void WriteSums(SourceWriter writer, Level level, int pixels, int vectors, string filter, int firstFilter)
    {
        for (int n = 0; n < vectors; n++)
        {
            string start = Bias ? Text.Vector("bias", firstFilter + (n * level.Lanes), (filter, 1)) : "V.Zero";
            int vector = n;
            writer.Lines(Text.Declare("V", Enumerable.Range(0, pixels).Select(p => $"y{p}_{vector} = {(p == 0 ? start : $"y0_{vector}")}")));
        }

        writer.Lines(Text.Declare("V", Text.Numbered("w", vectors).Prepend("v")));
    }

    /// <summary>Writes the multiply-adds of one tap.</summary>
    internal void WriteTap(SourceWriter writer, Level level, int pixels, int vectors, string q, long qo, string k, long ko)
    {
        writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(n => $"w{n} = {Text.Vector(k, ko + (n * level.Lanes))};")));
        writer.Lines(Text.Flow(Enumerable.Range(0, pixels).Select(p =>
            $"v = Create({(Flat(level) ? FlatCells.Value(q, qo, p) : $"{q}[{Text.Literal(qo + ((long)p * Geometry.Width.Stride * CellFloats))}]")}); "
            + string.Join(" ", Enumerable.Range(0, vectors).Select(n => level.Fma("v", $"w{n}", $"y{p}_{n}"))))));
    }

    /// <summary>Writes the end of a tile: activation, then as many lanes as there are filters.</summary>
    internal void WriteStores(SourceWriter writer, Level level, int pixels, int vectors)
    {
        var sums = (from p in Enumerable.Range(0, pixels) from n in Enumerable.Range(0, vectors) select (p, n)).ToArray();
        int real = Math.Min(vectors * level.Lanes, Geometry.GroupFilters);
        if (Activation is { InRegisters: false })
        {
            writer.Lines(Text.Flow(sums.Select((s, at) => $"sums[{at}] = y{s.p}_{s.n};")));
            string addend = Residual is { } added ? $", addend += {added.CellPitch}" : "";
            writer.Block($"for (int p = 0; p < {pixels}; p++, target += {Y.CellPitch}{addend})", () =>
            {
                for (int n = 0; n < vectors; n++)
                {
                    string sum = vectors == 1 ? "sums[p]" : $"sums[p * {vectors}{(n == 0 ? "" : $" + {n}")}]";
                    writer.Line($"v = {Activation.Apply(Residual is null ? sum : $"({sum} + {Text.Vector("addend", n * level.Lanes)})")};");
                    writer.Lines(Text.Flow(Tail.Store(level, "target", n * level.Lanes, "v", real - (n * level.Lanes))));
                }
            });
            return;
        }

        if (Residual is { } view)
        {
            writer.Lines(Text.Flow(sums.Select(s =>
                $"y{s.p}_{s.n} += {(Flat(level) ? Text.Vector($"addend{s.p}", s.n * level.Lanes) : Text.Vector("addend", ((long)s.p * view.CellPitch) + (s.n * level.Lanes)))};")));
        }

        if (Activation is not null)
        {
            writer.Lines(Text.Flow(sums.Select(s => $"y{s.p}_{s.n} = {Activation.Apply($"y{s.p}_{s.n}")};")));
        }

        writer.Lines(Text.Flow(sums.SelectMany(s => Flat(level)
            ? Tail.Store(level, $"target{s.p}", s.n * level.Lanes, $"y{s.p}_{s.n}", real - (s.n * level.Lanes))
            : Tail.Store(level, "target", ((long)s.p * Y.CellPitch) + (s.n * level.Lanes), $"y{s.p}_{s.n}", real - (s.n * level.Lanes)))));
    }

    private void WriteRun(SourceWriter writer, Level level)
    {
        (int pixels, int vectors) = Tile(level);
        bool flat = Flat(level);
        int blocks = Blocks(level) * Geometry.Groups, parts = flat ? FlatCells.Parts(Cells, pixels) : Geometry.Height.Out;
        string part = flat ? "part" : "row";
        if (Activation is { InRegisters: false })
        {
            writer.Line($"V* sums = stackalloc V[{pixels * vectors}]; // for one loop of {Activation.Kind} instead of a copy for each sum");
        }

        writer.Line($"Share share = worker.Share({Text.Literal(blocks * parts)});");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            string at = "item", filter = "", block = "";
            if (blocks > 1)
            {
                writer.Line(RowsOutside ? $"int {part} = item / {blocks}, block = item % {blocks};" : $"int block = item / {parts}, {part} = item % {parts};");
                (at, filter, block) = (part, "filter", "block");
                writer.Line($"int filter = {FilterStart(level)};");
            }

            string group = Geometry.Groups == 1 ? "" : Blocks(level) == 1 ? "block" : $"(block / {Blocks(level)})";
            string row = flat ? "" : at;
            long corner = -(((long)Geometry.Height.PadBefore * XRow) + Geometry.Width.PadBefore) * CellFloats;
            writer.Line($"float* input = {Text.At("x", corner, (row, InputRow), (group, Geometry.Channels))};");
            writer.Line($"float* output = {Text.At("y", 0, (row, Y.RowFloats), (filter, 1))};");
            if (Residual is { } view)
            {
                writer.Line($"float* other = {Text.At("residual", 0, (row, view.RowFloats), (filter, 1))};");
            }

            if (flat)
            {
                FlatCells.Write(writer, this, pixels, at, () => WriteTile(writer, level, pixels, vectors, filter, block, ""));
                return;
            }

            (string loop, string start) = Text.TileLoop("column", Geometry.Width.Out, pixels);
            string column = loop.Length > 0 ? "column" : "";
            writer.Loops([loop], () =>
            {
                if (start.Length > 0)
                {
                    writer.Line(start);
                }

                writer.Line($"float* q = {Text.At("input", 0, (column, InputColumn))}, target = {Text.At("output", 0, (column, Y.CellPitch))};");
                if (Residual is { } added)
                {
                    writer.Line($"float* addend = {Text.At("other", 0, (column, added.CellPitch))};");
                }

                WriteTile(writer, level, pixels, vectors, filter, block, "target");
            });
        });
    }

    private void WriteTile(SourceWriter writer, Level level, int pixels, int vectors, string filter, string block, string target)
    {
        if (Prefetches)
        {
            int floats = Math.Min(vectors * level.Lanes, Geometry.GroupFilters);
            writer.Lines(target.Length > 0
                ? Prefetching.Lines(target, pixels, Y.CellPitch, floats)
                : Prefetching.Lines(Enumerable.Range(0, pixels).Select(p => $"target{p}"), floats));
        }

        WriteSums(writer, level, pixels, vectors, filter, 0);
        writer.Line($"float* k = {Text.At("packed", 0, (block, BlockFloats(level)))};");
        WriteTaps(writer, level, pixels, vectors);
        WriteStores(writer, level, pixels, vectors);
    }

    private ((int Cells, int Vectors) Tile, double Cycles) RowChoice(Level level) =>
        TileChoice.OfCells(level, Geometry.Width.Out, Text.Tiles(Geometry.GroupFilters, level.Lanes), Taps);

    private ((int Cells, int Vectors) Tile, double Cycles) FlatChoice(Level level) =>
        TileChoice.OfCells(level, Cells, Text.Tiles(Geometry.GroupFilters, level.Lanes), Taps, MostFlatCells);

    private string FilterStart(Level level)
    {
        int perGroup = Blocks(level);
        string inGroup = Text.TileStart(Geometry.Groups == 1 ? "block" : perGroup == 1 ? "0" : $"(block % {perGroup})", Geometry.GroupFilters, Width(level));
        return Geometry.Groups == 1 ? inGroup
            : $"{(perGroup == 1 ? "block" : $"block / {perGroup}")} * {Geometry.GroupFilters}{(inGroup == "0" ? "" : $" + {inGroup}")}";
    }

    private void WriteTaps(SourceWriter writer, Level level, int pixels, int vectors)
    {
        long row = (long)Geometry.Height.Dilation * XRow * CellFloats;
        int width = Width(level);
        void Tap(string q, long qo, string k, long ko) => WriteTap(writer, level, pixels, vectors, q, qo, k, ko);
        if (Contiguous)
        {
            new WindowLoops(Geometry.Height.Kernel, Geometry.Width.Kernel * Geometry.Channels, row, 1, width)
                .Write(writer, Unroll, pixels * vectors, "q", "k", Tap);
            return;
        }

        var perRow = new WindowLoops(Geometry.Width.Kernel, Geometry.Channels, (long)Geometry.Width.Dilation * CellFloats, 1, width);
        if (Geometry.Height.Kernel == 1)
        {
            perRow.Write(writer, Unroll, pixels * vectors, "q", "k", Tap);
            return;
        }

        writer.Block($"for (int kernelRow = 0; kernelRow < {Geometry.Height.Kernel}; kernelRow++, q += {Text.Literal(row)}, k += {Text.Literal((long)Geometry.Width.Kernel * Geometry.Channels * width)})", () =>
            perRow.Write(writer, Unroll, pixels * vectors, "q", "k", Tap));
    }

    private void WritePack(SourceWriter writer, Level level)
    {
        int width = Width(level), taps = Geometry.Height.Kernel * Geometry.Width.Kernel * Geometry.Channels, blocks = Blocks(level) * Geometry.Groups;
        int real = Math.Min(width, Geometry.GroupFilters);
        if (blocks > 1)
        {
            writer.Line(Text.For("block", blocks));
        }

        writer.Block($"for (int tap = 0; tap < {Text.Literal(taps)}; tap++)", () =>
        {
            string filter = "";
            if (blocks > 1)
            {
                writer.Line($"int filter = {FilterStart(level)};");
                filter = "filter";
            }

            string from = Text.At("kernel", 0, ("tap", Geometry.Filters), (filter, 1));
            string to = Text.At("packed", 0, (blocks > 1 ? "block" : "", BlockFloats(level)), ("tap", width));
            writer.Line($"float* from = {from}, to = {to};");
            writer.Line(Text.For("lane", width));
            string value = Scaled ? $"from[lane] * scale[{(blocks > 1 ? "filter + " : "")}lane]" : "from[lane]";
            writer.Indented(() => writer.Line(real == width ? $"to[lane] = {value};" : $"to[lane] = lane < {real} ? {value} : 0;"));
        });
    }
}
