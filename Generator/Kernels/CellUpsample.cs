using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Rows and columns of one sample repeated, channels in the lanes.</summary>
internal sealed record CellUpsample(int Factor, int Height, int Width, int Channels, int XRow, CellView Y) : Kernel
{
    public override string Name => $"Upsample_{Factor}_{Height}x{Width}x{Channels}" + (XRow == Width ? "" : $"_x{XRow}") + Y.Suffix("y", Factor * Width, Channels);

    public override string Summary => $"Inference: every row and column of {Height}x{Width}x{Channels} {Factor} times, one sample.";

    public override string Choice => "channels in the lanes";

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Factor * Height, "row")} of the output, {Words.Count(Width, "column")} of the input, {Words.Count(Text.Tiles(Channels, level.Lanes), "vector")} of channels, copies.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line($"foreach (Share share in worker.Shares({Factor * Height}))");
        writer.Line("for (int row = share.From; row < share.To; row++)");
        writer.Block(Text.For("column", Width), () => CellVectors.Write(writer, level, Channels, (channel, store) =>
        {
            writer.Line($"V result = {Text.Vector("x", 0, ($"(row / {Factor})", (long)XRow * Channels), ("column", Channels), (channel, 1))};");
            writer.Block(Text.For("copy", Factor), () =>
                store("y", [("row", Y.RowFloats), ("column", (long)Factor * Y.CellPitch), ("copy", Y.CellPitch), (channel, 1)]));
        }));
    }
}
