using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>A batch copied into zeros, and the gradient copied out; training memory is zero where nobody writes.</summary>
internal sealed record LaneZeroPad(ZeroPadding Pad, LaneView XView, LaneView YView) : Kernel
{
    private Shape X => Pad.Input;

    private Shape Y => Pad.Output;

    public override string Name => $"LaneZeroPad_{X}_to{Y}_at{Pad.Front}x{Pad.Top}x{Pad.Left}"
        + XView.Suffix("x", X.Depth * X.Height, X.Width) + YView.Suffix("y", Y.Depth * Y.Height, Y.Width);

    public override string Summary => $"Training: {X} within the zeros of {Y}, and the gradient.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", X.Channels, X.Depth * X.Height, X.Width, XView),
        Words.Planes("y", X.Channels, Y.Depth * Y.Height, Y.Width, YView),
        $"dy and dx have no border. {Words.Groups}",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new("Forward", "float* x", "float* y", "int groups", "int groupFloats", "Worker worker"),
        new("Backward", "float* dy", "float* dx", "int groups", "int groupFloats", "Worker worker"),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(X.Channels, "channel")}, {Words.Count(X.Depth * X.Height, "row")} of the input, vectors of a row. The zeros stand there from the beginning.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level) => LaneBlocks.Write(writer, 1, X.Channels, 1, "channel", (group, _) =>
    {
        bool forward = method.Name == "Forward";
        LaneView inner = forward ? XView : Words.Plain(X.Depth * X.Height, X.Width), outer = forward ? YView : Words.Plain(Y.Depth * Y.Height, Y.Width);
        long corner = ((((long)Pad.Front * Y.Height) + Pad.Top) * outer.RowFloats) + ((long)Pad.Left * Level.CellFloats);
        writer.Line($"float* inner = {Text.At($"{(forward ? "x" : "dx")} + (nint){group} * groupFloats", 0, ("channel", inner.PlaneFloats))};");
        writer.Line($"float* outer = {Text.At($"{(forward ? "y" : "dy")} + (nint){group} * groupFloats", corner, ("channel", outer.PlaneFloats))};");
        string slice = X.Depth == 1 ? "" : "slice";
        writer.Loops([slice.Length == 0 ? "" : Text.For(slice, X.Depth), Text.For("row", X.Height), Text.For("n", X.Width * Level.CellFloats, level.Lanes)], () =>
        {
            string inside = Text.Vector("inner", 0, (slice, (long)X.Height * inner.RowFloats), ("row", inner.RowFloats), ("n", 1));
            string outside = Text.Vector("outer", 0, (slice, (long)Y.Height * outer.RowFloats), ("row", outer.RowFloats), ("n", 1));
            writer.Line(forward ? $"{outside} = {inside};" : $"{inside} = {outside};");
        });
    });
}
