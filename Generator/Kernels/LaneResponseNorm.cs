using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Local response normalisation of a batch with samples in the lanes, and its gradient.</summary>
internal sealed record LaneResponseNorm(
    ResponsePower Power, int Height, int Width, int Channels, LaneView X, LaneView Y, ActivationSpec? Activation) : Kernel
{
    public override string Name => $"LaneResponseNorm{Power.Identifier}_{Height}x{Width}x{Channels}"
        + X.Suffix("x", Height, Width) + Y.Suffix("y", Height, Width) + (Activation is null ? "" : "_of" + Activation.Identifier);

    public override string Summary =>
        $"Training: {Power.Formula}, {Height}x{Width}x{Channels}{(Activation is null ? "" : $"; backward times the derivative of the {Activation.Kind} before it")}.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Channels, Height, Width, X),
        Words.Planes("y", Channels, Height, Width, Y),
        $"dy and dx have no border; ratios has {Words.Count(Channels, "cell")} a row. {Words.Groups}",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "int groups", "int groupFloats", "Worker worker"),
        new("Backward", "float* x", "float* dy", "float* ratios", "float* dx", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Height, "row")}, {Words.Count(Width, "column")}, vectors of samples, {Words.Count(Channels, "channel")} and their neighbours.";
        yield return "Backward: dx = dy / energy^beta - 2 * alpha * beta * x * sum of (dy * y / energy) over the channels whose window holds x.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Height, 1, "row", (group, _) =>
    {
        bool forward = method.Name == "Forward";
        string lane = level.CellVectors == 1 ? "" : "lane";
        LaneView plain = Words.Plain(Height, Width);
        writer.Loops([Text.For("column", Width), lane.Length == 0 ? "" : Text.For("lane", Level.CellFloats, level.Lanes)], () =>
        {
            string At(string pointer, LaneView view) =>
                Text.At($"{pointer} + (nint){group} * groupFloats", 0, ("row", view.RowFloats), ("column", Level.CellFloats), (lane, 1));
            writer.Line($"float* input = {At("x", X)};");
            if (forward)
            {
                writer.Line($"float* output = {At("y", Y)};");
                writer.Block(Text.For("channel", Channels), () =>
                {
                    WriteEnergy(writer, level);
                    writer.Line($"{Of("output", "channel", Y)} = {Power.Divide(Of("input", "channel", X))};");
                });
                return;
            }

            writer.Line($"float* gradient = {At("dy", plain)};");
            writer.Line($"float* target = {At("dx", plain)};");
            writer.Line($"float* ratio = {Text.At($"ratios + (nint){group} * groupFloats", 0, ("row", (long)Channels * Level.CellFloats), (lane, 1))};");
            writer.Block(Text.For("channel", Channels), () =>
            {
                WriteEnergy(writer, level);
                writer.Line($"V divided = {Power.Divide(Of("gradient", "channel", plain))};");
                writer.Line($"{Of("target", "channel", plain)} = divided;");
                writer.Line($"{Text.Vector("ratio", 0, ("channel", Level.CellFloats))} = divided * {Of("input", "channel", X)} / energy;");
            });
            writer.Block(Text.For("channel", Channels), () =>
            {
                WriteWindow(writer, $"sum += {Text.Vector("ratio", 0, ("j", Level.CellFloats))};");
                string value = Of("input", "channel", X), result = Of("target", "channel", plain);
                writer.Line($"V g = {result} - {value} * sum * {Text.Float(2 * Power.Alpha * Power.Beta)};");
                writer.Line($"{result} = {(Activation is null ? "g" : Activation.Gradient("g", value))};");
            });
        });
    });

    private void WriteEnergy(SourceWriter writer, Level level)
    {
        string neighbour = Of("input", "j", X);
        WriteWindow(writer, level.Fma(neighbour, neighbour, "sum"));
        writer.Line(Power.Energy(level));
    }

    private void WriteWindow(SourceWriter writer, string add)
    {
        writer.Line("V sum = V.Zero;");
        writer.Line($"int end = Math.Min({Channels}, channel + {Power.Radius + 1});");
        writer.Line($"for (int j = Math.Max(0, channel - {Power.Radius}); j < end; j++) {add}");
    }

    private static string Of(string pointer, string channel, LaneView view) => Text.Vector(pointer, 0, (channel, view.PlaneFloats));
}
