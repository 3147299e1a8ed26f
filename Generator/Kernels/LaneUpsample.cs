using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Rows and columns of a batch repeated, samples in the lanes; the gradient is the sum over the copies.</summary>
internal sealed record LaneUpsample(int Factor, int Height, int Width, int Channels, LaneView X, LaneView Y) : Kernel
{
    public override string Name => $"LaneUpsample_{Factor}_{Height}x{Width}x{Channels}"
        + X.Suffix("x", Height, Width) + Y.Suffix("y", Factor * Height, Factor * Width);

    public override string Summary => $"Training: every row and column of {Height}x{Width}x{Channels} {Factor} times, and the gradient summed over the copies.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Channels, Height, Width, X),
        Words.Planes("y", Channels, Factor * Height, Factor * Width, Y),
        $"dy and dx have no border. {Words.Groups}",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "int groups", "int groupFloats", "Worker worker"),
        new("Backward", "float* dy", "float* dx", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Channels, "channel")}, {Words.Count(Height, "row")} and {Words.Count(Width, "column")} of the input, copies.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
    {
        bool forward = method.Name == "Forward";
        LaneView small = forward ? X : Words.Plain(Height, Width), large = forward ? Y : Words.Plain(Factor * Height, Factor * Width);
        writer.Line($"float* one = {Text.At($"{(forward ? "x" : "dx")} + (nint){group} * groupFloats", 0, ("channel", small.PlaneFloats))};");
        writer.Line($"float* copies = {Text.At($"{(forward ? "y" : "dy")} + (nint){group} * groupFloats", 0, ("channel", large.PlaneFloats))};");
        string lane = level.CellVectors == 1 ? "" : "lane";
        writer.Loops([Text.For("row", Height), Text.For("column", Width), lane.Length == 0 ? "" : Text.For("lane", Level.CellFloats, level.Lanes)], () =>
        {
            string value = Text.Vector("one", 0, ("row", small.RowFloats), ("column", Level.CellFloats), (lane, 1));
            writer.Line($"float* q = {Text.At("copies", 0, ("row", (long)Factor * large.RowFloats), ("column", (long)Factor * Level.CellFloats), (lane, 1))};");
            writer.Line(forward ? $"V value = {value};" : "V sum = V.Zero;");
            writer.Line(Text.For("i", Factor)).Line(Text.For("j", Factor));
            string copy = Text.Vector("q", 0, ("i", large.RowFloats), ("j", Level.CellFloats));
            writer.Indented(() => writer.Line(forward ? $"{copy} = value;" : $"sum += {copy};"));
            if (!forward)
            {
                writer.Line($"{value} = sum;");
            }
        });
    });
}
