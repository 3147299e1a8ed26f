using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Mean or maximum of every channel over all cells of one sample, channels in the lanes.</summary>
internal sealed record CellGlobalPool(bool Maximum, int Height, int Width, int Channels, int XRow) : Kernel
{
    public override string Name => $"Global{(Maximum ? "Max" : "Avg")}Pool_{Height}x{Width}x{Channels}" + (XRow == Width ? "" : $"_x{XRow}");

    public override string Summary => $"Inference: {(Maximum ? "maximum" : "mean")} of the {Height * Width} cells of each of {Words.Count(Channels, "channel")}.";

    public override string Choice => "channels in the lanes";

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Text.Tiles(Channels, level.Lanes), "vector")} of channels, {Words.Count(Height, "row")}, {Words.Count(Width, "column")}.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line("if (worker.Index != 0) return; // too little to share");
        CellVectors.Write(writer, level, Channels, (channel, store) =>
        {
            string cell = Text.Vector("x", 0, ("row", (long)XRow * Channels), ("column", Channels), (channel, 1));
            writer.Line(Maximum ? "V result = Create(float.NegativeInfinity);" : "V result = V.Zero;");
            writer.Line(Text.For("row", Height)).Line(Text.For("column", Width));
            writer.Indented(() => writer.Line(Maximum ? $"result = Max(result, {cell});" : $"result += {cell};"));
            if (!Maximum)
            {
                writer.Line($"result *= 1f / {Height * Width};");
            }

            store("y", [(channel, 1)]);
        });
    }
}
