using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Dropout: each value of each sample is kept or zeroed by a hash of seed, step and place, so forward and backward draw the
/// same mask without storing it, whatever the threads.
/// </summary>
/// <param name="Blocks">Whether a cell holds 16 channels of one sample and not 16 samples of one channel.</param>
/// <param name="Rate">The probability of a zero.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Channels">Channels; with blocks a multiple of 16.</param>
/// <param name="X">How the input stands.</param>
/// <param name="Y">How the output stands.</param>
internal sealed record LaneDropout(bool Blocks, double Rate, int Height, int Width, int Channels, LaneView X, LaneView Y) : Kernel
{
    public override string Name => $"{(Blocks ? "Block" : "Lane")}Dropout{new ActivationSpec("", Rate).Identifier}_{Height}x{Width}x{Channels}"
        + X.Suffix("x", Height, Width) + Y.Suffix("y", Height, Width);

    public override string Summary => $"Training: keeps a value of {Height}x{Width}x{Channels} with probability 1 - {Text.Float(Rate)} and divides it by that.";

    private int Planes => Blocks ? Text.Tiles(Channels, Level.CellFloats) : Channels;

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "ulong key", "int groups", "int groupFloats", "Worker worker"),
        new("Backward", "float* dy", "float* dx", "ulong key", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Planes, Blocks ? "block" : "channel")}, {Words.Count(Height, "row")}, {Words.Count(Width, "column")}, 16 {(Blocks ? "channels" : "samples")}; an element's number is sample * {Height * Width * Channels} + its place, channels last.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Planes, 1, "plane", (group, _) =>
    {
        bool forward = method.Name == "Forward";
        var plain = new LaneView(Width, Height * Width);
        (LaneView from, LaneView to) = forward ? (X, Y) : (plain, plain);
        writer.Line($"float* source = {Text.At($"{(forward ? "x" : "dy")} + (nint){group} * groupFloats", 0, ("plane", from.PlaneFloats))};");
        writer.Line($"float* target = {Text.At($"{(forward ? "y" : "dx")} + (nint){group} * groupFloats", 0, ("plane", to.PlaneFloats))};");
        writer.Line(Text.For("row", Height));
        writer.Line(Text.For("column", Width));
        writer.Block(Text.For("lane", Level.CellFloats), () =>
        {
            int length = Height * Width * Channels;
            string channel = Blocks ? $" + plane * {Level.CellFloats} + lane" : " + plane", sample = Blocks ? group : $"({group} * {Level.CellFloats} + lane)";
            string place = Channels == 1 ? $"row * {Width} + column" : $"(row * {Width} + column) * {Channels}{channel}";
            writer.Line($"uint element = unchecked((uint)({sample} * {length} + {place}));");
            writer.Line($"float kept = CounterRandom.Uniform(key, element) >= {Text.Float(Rate)} ? {Text.Float(Rate < 1 ? 1 / (1 - Rate) : 0)} : 0;");
            writer.Line($"*({Text.At("target", 0, ("row", to.RowFloats), ("column", Level.CellFloats), ("lane", 1))}) = kept * *({Text.At("source", 0, ("row", from.RowFloats), ("column", Level.CellFloats), ("lane", 1))});");
        });
    });
}
