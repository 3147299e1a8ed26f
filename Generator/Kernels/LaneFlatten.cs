using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Planes of a picture as one vector of features, cell by cell with channels last, and back.</summary>
internal sealed record LaneFlatten(int Height, int Width, int Channels, LaneView X) : Kernel
{
    public override string Name => $"LaneFlatten_{Height}x{Width}x{Channels}" + X.Suffix("x", Height, Width);

    public override string Summary => $"Training: {Height}x{Width}x{Channels} in planes to {Height * Width * Channels} features in the order of canonical layout.";

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "int groups", "int groupFloats", "Worker worker"),
        new("Backward", "float* dy", "float* dx", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Channels, "channel")}, {Words.Count(Height, "row")}, {Words.Count(Width, "column")}, 16 samples.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
    {
        bool forward = method.Name == "Forward";
        LaneView planes = forward ? X : Words.Plain(Height, Width);
        writer.Line($"float* plane = {Text.At($"{(forward ? "x" : "dx")} + (nint){group} * groupFloats", 0, ("channel", planes.PlaneFloats))};");
        writer.Line($"float* features = {Text.At($"{(forward ? "y" : "dy")} + (nint){group} * groupFloats", 0, ("channel", Level.CellFloats))};");
        string lane = level.CellVectors == 1 ? "" : "lane";
        writer.Loops([Text.For("row", Height), Text.For("column", Width), lane.Length == 0 ? "" : Text.For("lane", Level.CellFloats, level.Lanes)], () =>
        {
            string cell = Text.Vector("plane", 0, ("row", planes.RowFloats), ("column", Level.CellFloats), (lane, 1));
            long feature = (long)Channels * Level.CellFloats;
            string value = Text.Vector("features", 0, ("row", feature * Width), ("column", feature), (lane, 1));
            writer.Line(forward ? $"{value} = {cell};" : $"{cell} = {value};");
        });
    });
}
