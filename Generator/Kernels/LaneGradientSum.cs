using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>The gradient of a value that several operations read: the sum of theirs, times the derivative of the activation that made the value.</summary>
/// <param name="Count">How many gradients are summed; one of them may be the target itself.</param>
/// <param name="Activation">The activation whose derivative is applied, if any.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Channels">Planes.</param>
/// <param name="Y">How the activation's output stands; the default where there is none.</param>
internal sealed record LaneGradientSum(int Count, ActivationSpec? Activation, int Height, int Width, int Channels, LaneView Y) : Kernel
{
    public override string Name => $"LaneGradientSum{Count}_{Height}x{Width}x{Channels}"
        + (Activation is null ? "" : Y.Suffix("y", Height, Width) + "_of" + Activation.Identifier);

    public override string Summary =>
        $"Training, backward: sum of {Count} gradients of {Height}x{Width}x{Channels}{(Activation is null ? "" : $", times the derivative of the {Activation.Kind} before")}.";

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Run", [.. Value, .. Text.Numbered("float* dx", Count), "float* target", "int groups", "int groupFloats", "Worker worker"]),
    ];

    private string[] Value => Activation is null ? [] : ["float* y"];

    private int Plane => Height * Width * Level.CellFloats;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Channels, "plane")}, {Words.Count(Height, "row")}, vectors of a row. The target may be one of the summands.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
    {
        writer.Line($"nint plane = {Text.At($"(nint){group} * groupFloats", 0, ("channel", Plane))};");
        if (Activation is not null)
        {
            writer.Line($"float* output = {Text.At($"y + (nint){group} * groupFloats", 0, ("channel", Y.PlaneFloats))};");
        }

        writer.Loops([Text.For("row", Height), Text.For("n", Width * Level.CellFloats, level.Lanes)], () =>
        {
            (string, long)[] at = [("row", Width * Level.CellFloats), ("n", 1)];
            string sum = string.Join(" + ", Text.Numbered("dx", Count).Select(gradient => Text.Vector($"{gradient} + plane", 0, at)));
            writer.Line($"V sum = {sum};");
            string result = Activation is null ? "sum" : Activation.Gradient("sum", Text.Vector("output", 0, ("row", Y.RowFloats), ("n", 1)));
            writer.Line($"{Text.Vector("target + plane", 0, at)} = {result};");
        });
    });
}
