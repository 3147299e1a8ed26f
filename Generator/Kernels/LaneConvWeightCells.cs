using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Gradient of a convolution's weights with filters in the lanes, one sample after the other: for many channels, whose planes
/// would not stay in the caches. A thread owns the channels whose weights it computes and sums in order, so the bits do not depend on
/// the threads.
/// </summary>
/// <param name="Geometry">The convolution: one group, no dilation.</param>
/// <param name="X">How its input stands.</param>
internal sealed record LaneConvWeightCells(ConvGeometry Geometry, LaneView X) : Kernel
{
    // Outputs over which a tile's sums stay in registers.
    private const int PartOutputs = 96;

    public override string Name => $"LaneConvWeightGradientCells_{Geometry.Identifier}"
        + X.Suffix("x", Geometry.Height.In, Geometry.Width.In);

    public override string Summary => $"Training, weight gradient: convolution {Geometry}, filters in the lanes, one sample after the other.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Geometry.Channels, Geometry.Height.In, Geometry.Width.In, X),
        Words.Planes("dy", Geometry.Filters, Geometry.Height.Out, Geometry.Width.Out, Dy),
        $"dw: {Geometry.Height.Kernel} x {Geometry.Width.Kernel} x {Geometry.Channels} x {Geometry.Filters} (row, column, channel, filter).",
        "scratch: a thread's own: cells of the input and of the output's gradient, of 16 samples.",
        Words.Groups,
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Run", "float* x", "float* dy", "float* dw", "float* scratch", "int samples", "int groups", "int groupFloats", "Worker worker")];

    public override int ScratchFloats => checked(Cells.Floats + (Level.CellFloats * GradientFloats));

    private CellParts Cells => new(Geometry, PartOutputs);

    private LaneView Dy => Words.Plain(Geometry.Height.Out, Geometry.Width.Out);

    private int GradientFloats => (Cells.Outputs * Geometry.Filters) + Level.CellFloats;

    // Channels of a tile, and kernel columns that a loaded gradient serves besides.
    private int TapColumns => Geometry.Width.Kernel == 3 ? 3 : 1;

    public override IEnumerable<string> Explain(Level level)
    {
        (int channels, int vectors) = Tile(level);
        yield return $"Tile: {Words.Count(TapColumns, "kernel column")} x {Words.Count(channels, "channel")} x {Words.Count(vectors, "vector")} of filters = {Words.Count(TapColumns * channels * vectors, "vector")}, named g<column and channel>_<vector>, over a part's {Words.Count(Cells.Outputs, "output")}.";
        yield return $"Order: groups of samples, parts of {Words.Count(Cells.Rows, "row")}, samples, a thread's channels, filters, kernel rows and columns, outputs.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line($"Share share = worker.Share({Geometry.Channels / Level.CellFloats});");
        writer.Line($"int first = share.From * {Level.CellFloats}, end = share.To * {Level.CellFloats};");
        writer.Line($"float* cells = scratch, gradients = {Text.At("cells", Cells.Floats)};");
        writer.Line($"{Text.For("tap", Geometry.Height.Kernel * Geometry.Width.Kernel)} new Span<float>(dw + (tap * {Geometry.Channels} + first) * {Geometry.Filters}, (end - first) * {Geometry.Filters}).Clear();");
        writer.Line("if (first == end) return;");
        writer.Line(Cells.Window(X));
        writer.Line("for (int group = 0; group < groups; group++)");
        writer.Block(Text.For("part", Cells.Parts), () =>
        {
            writer.Line($"int count = Math.Min({Level.CellFloats}, samples - group * {Level.CellFloats}), firstRow = part * {Cells.Rows};");
            writer.Line(Cells.Gather(Text.At("x + (nint)group * groupFloats", 0, ("first", X.PlaneFloats)), "cells + first", "end - first"));
            writer.Line($"LaneTranspose.ToCells({Text.At("dy + (nint)group * groupFloats", 0, ("firstRow", Dy.RowFloats))}, {Text.Literal(Dy.PlaneFloats)}, {Geometry.Filters}, {Cells.Outputs}, gradients, {Geometry.Filters}, {Text.Literal(GradientFloats)}, count);");
            writer.Line($"for (int sample = 0; sample < count; sample++) Add({Text.At("cells", 0, ("sample", Cells.SampleFloats))}, {Text.At("gradients", 0, ("sample", GradientFloats))}, dw, first, end);");
        });
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        (int channels, int vectors) = Tile(level);
        int rows = TapColumns * channels, width = vectors * level.Lanes;
        writer.Line();
        writer.Line("// Adds what a part of one sample brings.");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void Add(float* cells, float* gradients, float* dw, int first, int end)", () =>
        {
            string kx = TapColumns == 1 && Geometry.Width.Kernel > 1 ? "kx" : "";
            writer.Loops(
                [$"for (int channel = first; channel < end; channel += {channels})", Text.For("filter", Geometry.Filters, width), Text.For("ky", Geometry.Height.Kernel), kx.Length == 0 ? "" : Text.For(kx, Geometry.Width.Kernel)],
                () => WriteTile(writer, level, rows, channels, vectors, kx));
        });
    }

    private void WriteTile(SourceWriter writer, Level level, int rows, int channels, int vectors, string kx)
    {
        int columns = Geometry.Width.Out;
        long Input(int row) => ((long)(row / channels) * Geometry.Channels) + (row % channels);
        for (int n = 0; n < vectors; n++)
        {
            int vector = n;
            writer.Lines(Text.Declare("V", Enumerable.Range(0, rows).Select(r => $"g{r}_{vector} = V.Zero")));
        }

        writer.Lines(Text.Declare("V", Text.Numbered("w", vectors).Prepend("v")));
        writer.Line($"float* q = {Text.At("cells", 0, ("ky", Cells.RowFloats), (kx, Geometry.Channels), ("channel", 1))}, k = gradients + filter;");
        long wrap = ((long)Geometry.Height.Stride * Cells.RowFloats) - ((long)columns * Geometry.Width.Stride * Geometry.Channels);
        writer.Line($"for (int row = 0; row < {Cells.Rows}; row++, q += {wrap})");
        writer.Block($"for (int column = 0; column < {columns}; column++, q += {(long)Geometry.Width.Stride * Geometry.Channels}, k += {Geometry.Filters})", () =>
        {
            writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(n => $"w{n} = {Text.Vector("k", n * level.Lanes)};")));
            writer.Lines(Text.Flow(Enumerable.Range(0, rows).Select(r => $"v = Create(q[{Text.Literal(Input(r))}]); "
                + string.Join(" ", Enumerable.Range(0, vectors).Select(n => level.Fma("v", $"w{n}", $"g{r}_{n}"))))));
        });
        string tap = kx.Length == 0 ? $"ky * {Geometry.Width.Kernel}" : $"ky * {Geometry.Width.Kernel} + {kx}";
        writer.Line($"float* target = {Text.At("dw", 0, ($"({tap})", (long)Geometry.Channels * Geometry.Filters), ("channel", Geometry.Filters), ("filter", 1))};");
        writer.Lines(Text.Flow(from r in Enumerable.Range(0, rows)
                               from n in Enumerable.Range(0, vectors)
                               select $"{Text.Vector("target", (Input(r) * Geometry.Filters) + (n * level.Lanes))} += g{r}_{n};"));
    }

    // Sums that hide the latency of additions and leave room for a gradient's vectors and one number of the input.
    private (int Channels, int Vectors) Tile(Level level)
    {
        int vectors = Geometry.Filters % (2 * level.Lanes) == 0 ? 2 : 1;
        int most = level.Accumulators / vectors / TapColumns;
        return (most >= 8 ? 8 : most >= 4 ? 4 : 2, vectors);
    }
}
