using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>Sum of several values of a batch, an activation applied; of a single one, a copy. Their gradients are the sum's own.</summary>
internal sealed record LaneSum(
    ActivationSpec? Activation, int Height, int Width, int Channels, EquatableArray<LaneView> X, LaneView Y) : Kernel
{
    public override string Name => (X.Count == 1 ? "LaneCopy" : $"LaneSum{X.Count}") + $"_{Height}x{Width}x{Channels}"
        + string.Concat(X.Select((view, i) => view.Suffix(i == 0 ? "x" : $"x{i}", Height, Width))) + Y.Suffix("y", Height, Width)
        + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary =>
        $"Training: {(X.Count == 1 ? "copy" : $"sum of {X.Count} values")} of {Height}x{Width}x{Channels}{(Activation is null ? "" : ", " + Activation.Kind)}.";

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", [.. X.Select((_, i) => $"float* x{i}"), "float* y", .. Flag, "int groups", "int groupFloats", "Worker worker"]),
    ];

    private string[] Flag => Activation is null ? [] : ["bool activate"];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Channels, "plane")}, {Words.Count(Height, "row")}, vectors of a row.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, Channels, 1, "channel", (group, _) =>
    {
        writer.Lines(Text.Declare("float*", X
            .Select((view, i) => Pointer($"input{i}", $"x{i}", group, view))
            .Append(Pointer("output", "y", group, Y))));
        writer.Loops([Text.For("row", Height), Text.For("n", Width * Level.CellFloats, level.Lanes)], () =>
        {
            string sum = string.Join(" + ", X.Select((view, i) => Text.Vector($"input{i}", 0, ("row", view.RowFloats), ("n", 1))));
            string result = Text.Vector("output", 0, ("row", Y.RowFloats), ("n", 1));
            if (Activation is null)
            {
                writer.Line($"{result} = {sum};");
                return;
            }

            writer.Line($"V sum = {sum};");
            writer.Line($"{result} = activate ? {Activation.Apply("sum")} : sum;");
        });
    });

    private static string Pointer(string name, string pointer, string group, LaneView view) =>
        $"{name} = {Text.At($"{pointer} + (nint){group} * groupFloats", 0, ("channel", view.PlaneFloats))}";
}
