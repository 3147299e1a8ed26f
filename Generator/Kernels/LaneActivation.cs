using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>An activation by itself, where no layer before it applies it, and its derivative.</summary>
internal sealed record LaneActivation(ActivationSpec Activation, int Height, int Width, int Channels, LaneView X, LaneView Y) : Kernel
{
    public override string Name => $"Lane{Activation.Identifier}_{Height}x{Width}x{Channels}" + X.Suffix("x", Height, Width) + Y.Suffix("y", Height, Width);

    public override string Summary => $"Training: {Activation.Kind} of {Height}x{Width}x{Channels}, and the gradient times its derivative.";

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "int groups", "int groupFloats", "Worker worker"),
        new("Backward", Activation.DerivativeFromInput ? "float* x" : "float* y", "float* dy", "float* dx", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Channels, "plane")}, {Words.Count(Height, "row")}, vectors of a row. Backward may work in place.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
    {
        string value = Text.Vector("input", 0, ("row", X.RowFloats), ("n", 1)), result = Text.Vector("output", 0, ("row", Y.RowFloats), ("n", 1));
        bool forward = method.Name == "Forward", fromInput = Activation.DerivativeFromInput;
        int plane = Height * Width * Level.CellFloats, rowFloats = Width * Level.CellFloats;
        if (forward || !fromInput)
        {
            writer.Line($"float* output = {Text.At($"y + (nint){group} * groupFloats", 0, ("channel", Y.PlaneFloats))};");
        }

        if (forward || fromInput)
        {
            writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", 0, ("channel", X.PlaneFloats))};");
        }

        string[] loops = [Text.For("row", Height), Text.For("n", rowFloats, level.Lanes)];
        if (forward)
        {
            writer.Loops(loops, () => writer.Line($"{result} = {Activation.Apply(value)};"));
            return;
        }

        writer.Line($"float* gradient = {Text.At($"dy + (nint){group} * groupFloats", 0, ("channel", plane))};");
        writer.Line($"float* target = {Text.At($"dx + (nint){group} * groupFloats", 0, ("channel", plane))};");
        writer.Loops(loops, () =>
        {
            (string, long)[] at = [("row", rowFloats), ("n", 1)];
            writer.Line($"{Text.Vector("target", 0, at)} = {Activation.Gradient(Text.Vector("gradient", 0, at), fromInput ? value : result)};");
        });
    });
}
