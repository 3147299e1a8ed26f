using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>Maximum or mean over windows of a volume, one sample, channels in the lanes; slices stand one below the other.</summary>
internal sealed record CellVolumePool(bool Maximum, Axis Depth, Axis Height, Axis Width, int Channels, int XRow, CellView Y) : Kernel
{
    public override string Name => VolumeWindow.Name("", Maximum, Depth, Height, Width, Channels)
        + (XRow == Width.In ? "" : $"_x{XRow}") + Y.Suffix("y", Width.Out, Channels);

    public override string Summary =>
        $"Inference: {(Maximum ? "maximum" : "mean")} over {VolumeWindow.Kernel(Depth, Height, Width)} of {Depth.In}x{Height.In}x{Width.In}x{Channels}, one sample, channels in the lanes.";

    public override string Choice => "channels in the lanes";

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Depth.Out, "slice")}, {Words.Count(Height.Out, "row")}, {Words.Count(Width.Out, "column")}, {Words.Count(Text.Tiles(Channels, level.Lanes), "vector")} of channels, the window's real cells.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line($"foreach (Share share in worker.Shares({Depth.Out * Height.Out}))");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            writer.Line($"int slice = item / {Height.Out}, row = item % {Height.Out};");
            writer.Block(Text.For("column", Width.Out), () =>
            {
                VolumeWindow.WriteRanges(writer, Depth, Height, Width);
                CellVectors.Write(writer, level, Channels, (channel, store) =>
                {
                    long rowFloats = (long)XRow * Channels;
                    string cell = Text.Vector("x", 0, ("s", Height.In * rowFloats), ("r", rowFloats), ("c", Channels), (channel, 1));
                    writer.Line(Maximum ? "V result = Create(float.NegativeInfinity);" : "V result = V.Zero;");
                    writer.Lines(VolumeWindow.Loops);
                    writer.Indented(() => writer.Line(Maximum ? $"result = Max(result, {cell});" : $"result += {cell};"));
                    if (!Maximum)
                    {
                        writer.Line($"result *= {VolumeWindow.Share};");
                    }

                    store("y", [("item", Y.RowFloats), ("column", Y.CellPitch), (channel, 1)]);
                });
            });
        });
    }
}
