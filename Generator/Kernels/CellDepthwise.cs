using NetDsl;
using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Convolution of every channel by itself, one filter a channel, of one sample: channels in the lanes, so that a tap is a product
/// of two vectors.
/// </summary>
/// <param name="Geometry">The convolution: a group for every channel, as many filters as channels.</param>
/// <param name="XRow">Cells from one input row to the next.</param>
/// <param name="Y">How the output stands.</param>
/// <param name="Bias">Whether there is one.</param>
/// <param name="Scaled">Whether every filter is multiplied with a factor while it is packed, as a batch normalisation behind it wants.</param>
/// <param name="Residual">How a value to add to the sums stands, if there is one.</param>
/// <param name="Activation">What is applied to the sums, if anything.</param>
/// <param name="Unroll">How much is written out.</param>
internal sealed record CellDepthwise(
    ConvGeometry Geometry, int XRow, CellView Y, bool Bias, bool Scaled, CellView? Residual, ActivationSpec? Activation, Unroll Unroll) : ConvolutionKernel
{
    // Enough independent sums to hide the latency of additions, few enough for 16 registers.
    private const int MostPixels = 10;

    public override string Name => $"Depthwise_{Geometry.Identifier}"
        + (XRow == Geometry.Width.In ? "" : $"_x{XRow}") + Y.Suffix("y", Geometry.Width.Out, Channels)
        + (Bias ? "" : "_NoBias") + (Scaled ? "_Scaled" : "") + CellResidual.Suffix(Residual, Geometry)
        + (Activation is null ? "" : "_" + Activation.Identifier) + (Unroll == Unroll.Tile ? "_Tile" : "");

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

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Tile: {Words.Count(Pixels(level), "pixel")} of one vector of channels, named y<pixel>.";
        yield return $"Order: {Words.Count(Geometry.Height.Out, "row")}, {Words.Count(Text.Tiles(Channels, level.Lanes), "vector")} of channels, tiles of columns, {Geometry.Height.Kernel}x{Geometry.Width.Kernel} taps.";
        foreach (string remark in Words.Overhang(("vector of channels", Channels, level.Lanes), ("tile of columns", Geometry.Width.Out, Pixels(level))))
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

        writer.Line($"Share share = worker.Share({Geometry.Height.Out});");
        writer.Block("for (int row = share.From; row < share.To; row++)", () =>
        {
            long corner = -(((long)Geometry.Height.PadBefore * XRow) + Geometry.Width.PadBefore) * Channels;
            writer.Line($"float* input = {Text.At("x", corner, ("row", (long)Geometry.Height.Stride * XRow * Channels))};");
            CellVectors.Write(writer, level, Channels, (n, _) => WriteChannels(writer, level, n));
        });
    }

    private int Pixels(Level level) =>
        TileChoice.Best(Geometry.Width.Out, 1, 1, Math.Min(level.Accumulators, MostPixels), streamed: true).First;

    private void WriteChannels(SourceWriter writer, Level level, string n)
    {
        int pixels = Pixels(level);
        (string loop, string start) = Text.TileLoop("column", Geometry.Width.Out, pixels);
        string column = loop.Length > 0 ? "column" : "";
        writer.Loops([loop], () =>
        {
            if (start.Length > 0)
            {
                writer.Line(start);
            }

            writer.Line($"float* target = {Text.At("y", 0, ("row", Y.RowFloats), (column, Y.CellPitch), (n, 1))};");
            if (Prefetches)
            {
                writer.Lines(Prefetching.Lines("target", pixels, Y.CellPitch, 1));
            }

            string first = Bias ? Text.Vector("bias", 0, (n, 1)) : "V.Zero";
            writer.Lines(Text.Declare("V", Enumerable.Range(0, pixels).Select(p => $"y{p} = {(p == 0 ? first : "y0")}").Append("w")));
            writer.Line($"float* q = {Text.At("input", 0, (column, (long)Geometry.Width.Stride * Channels), (n, 1))}, k = {Text.At("packed", 0, (n, 1))};");
            new WindowLoops(
                Geometry.Height.Kernel, Geometry.Width.Kernel, (long)Geometry.Height.Dilation * XRow * Channels, (long)Geometry.Width.Dilation * Channels, TapPitch)
                .Write(writer, Unroll, pixels, "q", "k", (input, io, weights, wo) => writer.Lines(Text.Flow(Enumerable.Range(0, pixels)
                    .Select(p => level.Fma(Text.Vector(input, io + ((long)p * Geometry.Width.Stride * Channels)), "w", $"y{p}"))
                    .Prepend($"w = {Text.Vector(weights, wo)};"))));
            if (Residual is { } view)
            {
                writer.Line($"float* addend = {Text.At("residual", 0, ("row", view.RowFloats), (column, view.CellPitch), (n, 1))};");
                writer.Lines(Text.Flow(Enumerable.Range(0, pixels).Select(p => $"y{p} += {Text.Vector("addend", (long)p * view.CellPitch)};")));
            }

            if (Activation is not null)
            {
                writer.Lines(Text.Flow(Enumerable.Range(0, pixels).Select(p => $"y{p} = {Activation.Apply($"y{p}")};")));
            }

            writer.Lines(Text.Flow(Enumerable.Range(0, pixels).SelectMany(p =>
                Tail.Store(level, "target", (long)p * Y.CellPitch, $"y{p}", Math.Min(level.Lanes, Channels)))));
        });
    }
}
