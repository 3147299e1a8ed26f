using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Squared distances of a batch from codes, samples in the lanes, and the gradient of the values.</summary>
/// <param name="Positions">Cells of the input.</param>
/// <param name="Channels">Channels of the input; a value's place in a code is position * channels + channel.</param>
/// <param name="Outputs">Codes.</param>
/// <param name="Y">How the output stands.</param>
/// <param name="Activation">The activation whose derivative the gradient is multiplied with.</param>
internal sealed record LaneRbf(int Positions, int Channels, int Outputs, LaneView Y, ActivationSpec? Activation) : Kernel
{
    public override string Name => $"LaneRbf_{Positions}x{Channels}to{Outputs}" + Y.Suffix("y", 1, 1) + (Activation is null ? "" : "_of" + Activation.Identifier);

    public override string Summary =>
        $"Training: squared distances of {Words.Count(Inputs, "value")} from {Words.Count(Outputs, "code")}{(Activation is null ? "" : $"; backward times the derivative of the {Activation.Kind} before it")}.";

    public override IEnumerable<string> Legend => [$"x and dx: {Words.Count(Channels, "plane")} of {Words.Count(Positions, "cell")}; y and dy: a cell a code. {Words.Groups}"];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* codes", "float* y", "int groups", "int groupFloats", "Worker worker"),
        new("Backward", "float* x", "float* codes", "float* dy", "float* dx", "int groups", "int groupFloats", "Worker worker"),
    ];

    private int Inputs => Positions * Channels;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: forward {Words.Count(Outputs, "code")}, {Words.Count(Channels, "channel")}, {Words.Count(Positions, "position")}; backward the codes innermost, dx = 2 * sum of dy * (x - code).";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        if (method.Name == "Forward")
        {
            WriteForward(writer, level);
        }
        else
        {
            WriteBackward(writer, level);
        }
    }

    private void WriteForward(SourceWriter writer, Level level) => LaneBlocks.Write(writer, 1, Outputs, 1, "output", (group, _) => Lanes(writer, level, lane =>
    {
        writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", 0, (lane, 1))}, code = {Text.At("codes", 0, ("output", Inputs))};");
        writer.Line("V sum = V.Zero;");
        writer.Loops([Text.For("channel", Channels), Text.For("position", Positions)], () =>
        {
            writer.Line($"V difference = {Value} - Create({Code});");
            writer.Line(level.Fma("difference", "difference", "sum"));
        });
        writer.Line($"{Text.Vector($"y + (nint){group} * groupFloats", 0, ("output", Y.PlaneFloats), (lane, 1))} = sum;");
    }));

    private void WriteBackward(SourceWriter writer, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) => Lanes(writer, level, lane =>
    {
        writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", 0, (lane, 1))}, gradient = {Text.At($"dy + (nint){group} * groupFloats", 0, (lane, 1))};");
        writer.Line($"float* target = {Text.At($"dx + (nint){group} * groupFloats", 0, (lane, 1))};");
        writer.Block(Text.For("position", Positions), () =>
        {
            writer.Line("float* code = codes;");
            writer.Line($"V value = {Value}, sum = V.Zero;");
            writer.Line($"for (int output = 0; output < {Outputs}; output++, code += {Text.Literal(Inputs)})");
            writer.Indented(() => writer.Line($"sum += {Text.Vector("gradient", 0, ("output", Level.CellFloats))} * (value - Create({Code}));"));
            writer.Line("sum += sum;");
            writer.Line($"{Text.Vector("target", 0, ("channel", (long)Positions * Level.CellFloats), ("position", Level.CellFloats))} = {(Activation is null ? "sum" : Activation.Gradient("sum", "value"))};");
        });
    }));

    private string Value => Text.Vector("input", 0, ("channel", (long)Positions * Level.CellFloats), ("position", Level.CellFloats));

    private string Code => $"*({Text.At("code", 0, ("position", Channels), ("channel", 1))})";

    private static void Lanes(SourceWriter writer, Level level, Action<string> body)
    {
        string lane = level.CellVectors == 1 ? "" : "lane";
        writer.Loops([lane.Length == 0 ? "" : Text.For("lane", Level.CellFloats, level.Lanes)], () => body(lane));
    }
}
