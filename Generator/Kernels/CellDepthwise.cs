using NetDsl;
using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Convolution of every channel by itself, one filter a channel, of one sample: channels in the lanes, so that a tap is a product
/// of two vectors.
/// </summary>
/// <param name="Geometry">The convolution: a group for every channel, as many filters as channels.</param>
/// <param name="XRow">Cells from one input row to the next.</param>
/// <param name="Bordered">Whether taps beyond the input's border are left out, because no zeros stand there.</param>
/// <param name="Y">How the output stands.</param>
/// <param name="Bias">Whether there is one.</param>
/// <param name="Scaled">Whether every filter is multiplied with a factor while it is packed, as a batch normalisation behind it wants.</param>
/// <param name="Residual">How a value to add to the sums stands, if there is one.</param>
/// <param name="Activation">What is applied to the sums, if anything.</param>
/// <param name="Unroll">How much is written out.</param>
internal sealed partial record CellDepthwise(
    ConvGeometry Geometry, int XRow, bool Bordered, CellView Y, bool Bias, bool Scaled, CellView? Residual, ActivationSpec? Activation, Unroll Unroll) : ConvolutionKernel
{
    public override string Name => $"Depthwise_{Geometry.Identifier}"
        + (XRow == Geometry.Width.In ? "" : $"_x{XRow}") + Y.Suffix("y", Geometry.Width.Out, Channels)
        + (Bias ? "" : "_NoBias") + (Scaled ? "_Scaled" : "") + CellResidual.Suffix(Residual, Geometry)
        + (Activation is null ? "" : "_" + Activation.Identifier) + (Bordered ? "_Bordered" : "") + (Unroll == Unroll.Tile ? "_Tile" : "");

    public override string Summary =>
        $"Inference: depthwise convolution {Geometry}{(Activation is null ? "" : ", " + Activation.Kind)}, one sample, channels in the lanes.";

    public override string Choice => "direct, channels in the lanes" + Words.Fused(Activation, Residual);

    public override IEnumerable<string> Legend =>
    [
        $"x: rows {Text.Literal((long)XRow * Channels)} floats apart, {Words.Count(Channels, "channel")} a cell; y: rows {Text.Literal(Y.RowFloats)} floats apart{(Y.CellPitch == Channels ? "" : $", cells {Text.Literal(Y.CellPitch)}")}.",
        $"kernel: {Geometry.Height.Kernel} x {Geometry.Width.Kernel} x {Channels} (row, column, channel); packed: the same, taps {Text.Literal(TapPitch)} floats apart.",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        Scaled ? new("Pack", "float* kernel", "float* scale", "float* packed") : new("Pack", "float* kernel", "float* packed"),
        new("Run", ["float* x", "float* packed", "float* bias", .. CellResidual.Parameters(Residual), "float* y", "Worker worker"]),
    ];

    public override int PackedFloats => Geometry.Height.Kernel * Geometry.Width.Kernel * TapPitch;

    public override bool Prefetches => Prefetching.Pays((long)Geometry.Height.Out * Geometry.Width.Out * Channels);

    private int Channels => Geometry.Filters;

    // Whole vectors at every level, so that a load never reads what another layer packs meanwhile.
    private int TapPitch => Text.Tiles(Channels, Level.CellFloats) * Level.CellFloats;

    // Columns whose windows need no test: all of them where zeros stand around the input.
    private (int First, int Count) Inner => Bordered ? Geometry.Width.Inner : (0, Geometry.Width.Out);

    public override IEnumerable<string> Explain(Level level)
    {
        (int pixels, int vectors) = Tile(level);
        string blocks = $"{Words.Count(Text.Tiles(Channels, vectors * level.Lanes), "block")} of channels";
        if (Sliding(level))
        {
            int rows = SlidingRows(level);
            yield return $"Tile: {Words.Count(rows, "row")} x 3 columns x {Words.Count(vectors, "vector")} of channels, named s<column modulo 3>_<row>_<vector>: sums slide along the rows, so that a cell is read once for its nine taps.";
            yield return $"Order: {Words.Count(Text.Tiles(InnerRows.Count, rows), "block")} of rows, {blocks}, columns{(InnerRows.Count < Geometry.Height.Out ? "; rows at the border apart, in tiles of a row" : "")}.";
        }
        else
        {
            yield return $"Tile: {Words.Count(pixels, "pixel")} x {Words.Count(vectors, "vector")} of channels, which fill a line of the cache where there are as many, named y<pixel>_<vector>.";
            yield return $"Order: {Words.Count(Geometry.Height.Out, "row")}, {blocks}, tiles of columns, {Geometry.Height.Kernel}x{Geometry.Width.Kernel} taps.";
        }

        if (Bordered)
        {
            yield return $"Taps beyond the border are left out: rows by the loop's bounds, columns by writing the {Words.Count(Geometry.Width.Out - Inner.Count, "column")} at the border apart.";
        }

        foreach (string remark in Words.Overhang(("block of channels", Channels, vectors * level.Lanes), Sliding(level) ? ("block of rows", InnerRows.Count, SlidingRows(level)) : ("tile of columns", Inner.Count, pixels)))
        {
            yield return remark;
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        if (method.Name == "Pack")
        {
            writer.Line($"{Text.For("tap", Geometry.Height.Kernel * Geometry.Width.Kernel)}");
            writer.Line(Text.For("channel", Channels));
            writer.Indented(() => writer.Line(
                $"packed[tap * {TapPitch} + channel] = kernel[tap * {Channels} + channel]{(Scaled ? " * scale[channel]" : "")};"));
            return;
        }

        if (Sliding(level))
        {
            WriteSlidingRun(writer, level);
            return;
        }

        writer.Line($"foreach (Share share in worker.Shares({Geometry.Height.Out}))");
        writer.Block("for (int row = share.From; row < share.To; row++)", () => WriteRow(writer, level));
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        if (Sliding(level))
        {
            WriteSlidingHelpers(writer, level);
        }
    }

    private void WriteRow(SourceWriter writer, Level level)
    {
        if (Bordered)
        {
            WriteRowBounds(writer);
        }

        WriteBlocks(writer, level, n => WriteColumns(writer, level, n));
    }

    private void WriteBlocks(SourceWriter writer, Level level, Action<string> body)
    {
        (string loop, string start) = Text.TileLoop("n", Channels, Tile(level).Vectors * level.Lanes);
        writer.Loops([loop], () =>
        {
            if (start.Length > 0)
            {
                writer.Line(start);
            }

            body(loop.Length > 0 ? "n" : "");
        });
    }
}
