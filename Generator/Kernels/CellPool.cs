using NetDsl;
using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>Maximum or mean over windows of one sample, channels in the lanes.</summary>
internal sealed record CellPool(bool Maximum, Axis Height, Axis Width, int Channels, int XRow, CellView Y, Unroll Unroll) : Kernel
{
    public override string Name => $"{(Maximum ? "Max" : "Avg")}Pool_{Height.Kernel}x{Width.Kernel}_{Height.In}x{Width.In}x{Channels}_to{Height.Out}x{Width.Out}"
        + (Height.Stride == Height.Kernel && Width.Stride == Width.Kernel ? "" : $"_s{Height.Stride}x{Width.Stride}")
        + (Height.PadBefore + Width.PadBefore == 0 ? "" : $"_p{Height.PadBefore}x{Width.PadBefore}")
        + (XRow == Width.In ? "" : $"_x{XRow}") + Y.Suffix("y", Width.Out, Channels) + (Unroll == Unroll.Full ? "_Full" : "");

    public override string Summary => $"Inference: {(Maximum ? "maximum" : "mean")} over {Height.Kernel}x{Width.Kernel} of {Height.In}x{Width.In}x{Channels}, one sample, channels in the lanes.";

    public override string Choice => Unroll == Unroll.Full ? "written out without loops" : "channels in the lanes";

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* y", "Worker worker")];

    private bool Written => Height.Inside && Width.Inside && Height.Kernel * Width.Kernel <= 64;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Height.Out, "row")}, {Words.Count(Width.Out, "column")}, {Words.Count(Text.Tiles(Channels, level.Lanes), "vector")} of channels"
            + (Written ? ", the window written out." : ", the window's real cells.");
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        if (Unroll == Unroll.Full)
        {
            FullText.WriteCalls(writer, CellPoolFull.Pieces(writer, this, level), "x, y");
            return;
        }

        writer.Line($"foreach (Share share in worker.Shares({Height.Out}))");
        writer.Line("for (int row = share.From; row < share.To; row++)");
        writer.Block(Text.For("column", Width.Out), () =>
        {
            if (!Written)
            {
                LanePool.WriteRange(writer, "Row", "row", Height);
                LanePool.WriteRange(writer, "Column", "column", Width);
            }

            CellVectors.Write(writer, level, Channels, (channel, store) =>
            {
                if (Written)
                {
                    WriteWindow(writer, channel);
                }
                else
                {
                    writer.Line(Maximum ? "V result = Create(float.NegativeInfinity);" : "V result = V.Zero;");
                    writer.Line("for (int r = firstRow; r < endRow; r++)");
                    writer.Line("for (int c = firstColumn; c < endColumn; c++)");
                    string cell = Text.Vector("x", 0, ("r", (long)XRow * Channels), ("c", Channels), (channel, 1));
                    writer.Indented(() => writer.Line(Maximum ? $"result = Max(result, {cell});" : $"result += {cell};"));
                }

                if (!Maximum)
                {
                    writer.Line(Written ? $"result *= 1f / {Height.Kernel * Width.Kernel};" : "result *= 1f / ((endRow - firstRow) * (endColumn - firstColumn));");
                }

                store("y", [("row", Y.RowFloats), ("column", Y.CellPitch), (channel, 1)]);
            });
        });
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        if (Unroll == Unroll.Full)
        {
            FullText.WriteParts(writer, CellPoolFull.Pieces(writer, this, level), "float* x, float* y");
        }
    }

    private void WriteWindow(SourceWriter writer, string channel)
    {
        writer.Line($"float* q = {Text.At("x", 0, ("row", (long)Height.Stride * XRow * Channels), ("column", (long)Width.Stride * Channels), (channel, 1))};");
        string[] cells = [.. from ky in Enumerable.Range(0, Height.Kernel)
                             from kx in Enumerable.Range(0, Width.Kernel)
                             select Text.Vector("q", (((long)ky * XRow) + kx) * Channels)];
        writer.Line($"V result = {cells[0]};");
        writer.Lines(Text.Flow(cells.Skip(1).Select(cell => Maximum ? $"result = Max(result, {cell});" : $"result += {cell};")));
    }
}
