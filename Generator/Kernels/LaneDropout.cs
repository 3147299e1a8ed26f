using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Dropout: each value of each sample is kept or zeroed by a hash of seed, step and place, so forward and backward draw the
/// same mask without storing it, whatever the threads.
/// </summary>
internal sealed record LaneDropout(double Rate, int Height, int Width, int Channels, LaneView X, LaneView Y) : Kernel
{
    public override string Name => $"LaneDropout{new ActivationSpec("", Rate).Identifier}_{Height}x{Width}x{Channels}"
        + X.Suffix("x", Height, Width) + Y.Suffix("y", Height, Width);

    public override string Summary => $"Training: keeps a value of {Height}x{Width}x{Channels} with probability 1 - {Text.Float(Rate)} and divides it by that.";

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "ulong key", "int groups", "int groupFloats", "Worker worker"),
        new("Backward", "float* dy", "float* dx", "ulong key", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Channels, "channel")}, {Words.Count(Height, "row")}, {Words.Count(Width, "column")}, 16 samples; an element's number is sample * {Height * Width * Channels} + its place, channels last.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
    {
        bool forward = method.Name == "Forward";
        var plain = new LaneView(Width, Height * Width);
        (LaneView from, LaneView to) = forward ? (X, Y) : (plain, plain);
        writer.Line($"float* source = {Text.At($"{(forward ? "x" : "dy")} + (nint){group} * groupFloats", 0, ("channel", from.PlaneFloats))};");
        writer.Line($"float* target = {Text.At($"{(forward ? "y" : "dx")} + (nint){group} * groupFloats", 0, ("channel", to.PlaneFloats))};");
        writer.Line(Text.For("row", Height));
        writer.Line(Text.For("column", Width));
        writer.Block(Text.For("sample", Level.CellFloats), () =>
        {
            int length = Height * Width * Channels;
            string place = Channels == 1 ? $"row * {Width} + column" : $"(row * {Width} + column) * {Channels} + channel";
            writer.Line($"uint element = unchecked((uint)(({group} * {Level.CellFloats} + sample) * {length} + {place}));");
            writer.Line($"float kept = CounterRandom.Uniform(key, element) >= {Text.Float(Rate)} ? {Text.Float(Rate < 1 ? 1 / (1 - Rate) : 0)} : 0;");
            writer.Line($"*({Text.At("target", 0, ("row", to.RowFloats), ("column", Level.CellFloats), ("sample", 1))}) = kept * *({Text.At("source", 0, ("row", from.RowFloats), ("column", Level.CellFloats), ("sample", 1))});");
        });
    });
}
