using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>Maximum or mean over windows of volumes, for a batch with samples in the lanes, and its gradient.</summary>
internal sealed record LaneVolumePool(bool Maximum, Axis Depth, Axis Height, Axis Width, int Channels, LaneView X, LaneView Y) : Kernel
{
    public override string Name => VolumeWindow.Name("Lane", Maximum, Depth, Height, Width, Channels)
        + X.Suffix("x", Depth.In * Height.In, Width.In) + Y.Suffix("y", Depth.Out * Height.Out, Width.Out);

    public override string Summary =>
        $"Training: {(Maximum ? "maximum" : "mean")} over {VolumeWindow.Kernel(Depth, Height, Width)} of {Depth.In}x{Height.In}x{Width.In}x{Channels}, and its gradient.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Channels, Depth.In * Height.In, Width.In, X),
        Words.Planes("y", Channels, Depth.Out * Height.Out, Width.Out, Y),
        $"The slices of a volume stand one below the other. dy and dx have no border. {Words.Groups}",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "int groups", "int groupFloats", "Worker worker"),
        Maximum
            ? new("Backward", "float* x", "float* y", "float* dy", "float* dx", "int groups", "int groupFloats", "Worker worker")
            : new("Backward", "float* dy", "float* dx", "int groups", "int groupFloats", "Worker worker"),
    ];

    private int Row => Width.In * Level.CellFloats;

    private int Plane => Depth.In * Height.In * Row;

    private int OutRow => Width.Out * Level.CellFloats;

    private int OutPlane => Depth.Out * Height.Out * OutRow;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Tile: one window of one channel, 16 samples in the lanes.";
        yield return $"Order: {Words.Count(Channels, "channel")}, {Words.Count(Depth.Out, "slice")}, {Words.Count(Height.Out, "row")}, {Words.Count(Width.Out, "column")}, the window's real cells.";
        if (Maximum)
        {
            yield return "Backward: the first cell in row-major order that equals the maximum gets the gradient.";
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
    {
        bool forward = method.Name == "Forward";
        void Pointer(string name, string pointer, long plane) =>
            writer.Line($"float* {name} = {Text.At($"{pointer} + (nint){group} * groupFloats", 0, ("channel", plane))};");
        if (forward || Maximum)
        {
            Pointer("input", "x", X.PlaneFloats);
            Pointer("output", "y", Y.PlaneFloats);
        }

        if (!forward)
        {
            Pointer("gradient", "dy", OutPlane);
            Pointer("target", "dx", Plane);
            writer.Line($"new Span<float>(target, {Text.Literal(Plane)}).Clear();");
        }

        string lane = level.CellVectors == 1 ? "" : "lane";
        writer.Loops([Text.For("slice", Depth.Out), Text.For("row", Height.Out), Text.For("column", Width.Out)], () =>
        {
            VolumeWindow.WriteRanges(writer, Depth, Height, Width);
            writer.Loops([lane.Length == 0 ? "" : Text.For("lane", Level.CellFloats, level.Lanes)], () => WriteWindow(writer, level, forward, lane));
        });
    });

    private void WriteWindow(SourceWriter writer, Level level, bool forward, string lane)
    {
        string cell = Text.Vector("input", 0, ("s", (long)Height.In * X.RowFloats), ("r", X.RowFloats), ("c", Level.CellFloats), (lane, 1));
        string result = Text.Vector("output", 0, ("slice", (long)Height.Out * Y.RowFloats), ("row", Y.RowFloats), ("column", Level.CellFloats), (lane, 1));
        if (forward)
        {
            writer.Line(Maximum ? "V result = Create(float.NegativeInfinity);" : "V result = V.Zero;");
            writer.Lines(VolumeWindow.Loops);
            writer.Indented(() => writer.Line(Maximum ? $"result = Max(result, {cell});" : $"result += {cell};"));
            writer.Line($"{result} = result{(Maximum ? "" : $" * {VolumeWindow.Share}")};");
            return;
        }

        string gradient = Text.Vector("gradient", 0, ("slice", (long)Height.Out * OutRow), ("row", OutRow), ("column", Level.CellFloats), (lane, 1));
        string target = Text.Vector("target", 0, ("s", (long)Height.In * Row), ("r", Row), ("c", Level.CellFloats), (lane, 1));
        writer.Line($"V g = {gradient}{(Maximum ? "" : $" * {VolumeWindow.Share}")};");
        if (Maximum)
        {
            writer.Line($"V best = {result}, taken = V.Zero, hit;");
        }

        writer.Loops(VolumeWindow.Loops, () =>
        {
            if (Maximum)
            {
                writer.Line($"hit = AndNot({level.Type}.Equals({cell}, best), taken); taken |= hit;");
            }

            writer.Line($"{target} += {(Maximum ? "g & hit" : "g")};");
        });
    }
}
