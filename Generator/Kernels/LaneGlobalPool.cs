using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Mean or maximum of every channel over all its cells, for a batch with samples or channels in the lanes, and its gradient.</summary>
internal sealed record LaneGlobalPool(bool Maximum, int Height, int Width, int Channels, LaneView X) : Kernel
{
    public override string Name => $"LaneGlobal{(Maximum ? "Max" : "Avg")}Pool_{Height}x{Width}x{Channels}" + X.Suffix("x", Height, Width);

    public override string Summary => $"Training: {(Maximum ? "maximum" : "mean")} of the {Height * Width} cells of each of {Words.Count(Channels, "plane")}.";

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "int groups", "int groupFloats", "Worker worker"),
        Maximum
            ? new("Backward", "float* x", "float* y", "float* dy", "float* dx", "int groups", "int groupFloats", "Worker worker")
            : new("Backward", "float* dy", "float* dx", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Tile: one plane.";
        yield return $"Order: {Words.Count(Channels, "plane")}, {Words.Count(Height, "row")}, {Words.Count(Width, "column")}.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
    {
        if (Maximum || method.Name == "Forward")
        {
            writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", 0, ("channel", X.PlaneFloats))};");
        }

        string lane = level.CellVectors == 1 ? "" : "lane";
        writer.Loops([lane.Length == 0 ? "" : Text.For("lane", Level.CellFloats, level.Lanes)], () =>
        {
            string cell = Text.Vector("input", 0, ("row", X.RowFloats), ("column", Level.CellFloats), (lane, 1));
            string result = Text.Vector($"y + (nint){group} * groupFloats", 0, ("channel", Level.CellFloats), (lane, 1));
            if (method.Name == "Forward")
            {
                writer.Line(Maximum ? "V result = Create(float.NegativeInfinity);" : "V result = V.Zero;");
                writer.Line(Text.For("row", Height)).Line(Text.For("column", Width));
                writer.Indented(() => writer.Line(Maximum ? $"result = Max(result, {cell});" : $"result += {cell};"));
                writer.Line($"{result} = result{Mean};");
                return;
            }

            writer.Line($"V g = {Text.Vector($"dy + (nint){group} * groupFloats", 0, ("channel", Level.CellFloats), (lane, 1))}{Mean};");
            writer.Line($"float* target = {Text.At($"dx + (nint){group} * groupFloats", 0, ("channel", (long)Height * Width * Level.CellFloats), (lane, 1))};");
            if (Maximum)
            {
                writer.Line($"V best = {result}, taken = V.Zero, hit;");
            }

            writer.Line(Text.For("row", Height));
            writer.Block($"for (int column = 0; column < {Width}; column++, target += {Level.CellFloats})", () =>
            {
                if (Maximum)
                {
                    writer.Line($"hit = AndNot({level.Type}.Equals({cell}, best), taken); taken |= hit;");
                }

                writer.Line($"*(V*)target = {(Maximum ? "g & hit" : "g")};");
            });
        });
    });

    private string Mean => Maximum ? "" : $" * (1f / {Height * Width})";
}
