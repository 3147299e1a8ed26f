using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>One sample copied into zeros, row by row; slices stand one below the other.</summary>
internal sealed record CellZeroPad(ZeroPadding Pad, int XRow, int YRow) : Kernel
{
    private Shape X => Pad.Input;

    private Shape Y => Pad.Output;

    public override string Name => $"ZeroPad_{X}_to{Y}_at{Pad.Front}x{Pad.Top}x{Pad.Left}"
        + (XRow == X.Width ? "" : $"_x{XRow}") + (YRow == Y.Width ? "" : $"_y{YRow}");

    public override string Summary => $"Inference: {X} within the zeros of {Y}, one sample.";

    public override string Choice => "copied into zeros";

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Order: rows of the output; others may have used its memory, so every zero is written.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        long left = (long)Pad.Left * X.Channels, row = (long)X.Width * X.Channels, whole = (long)Y.Width * Y.Channels;
        writer.Line($"foreach (Share share in worker.Shares({Y.Depth * Y.Height}))");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            writer.Line(X.Depth == 1 && Y.Depth == 1
                ? $"int row = {Text.At("item", -Pad.Top)};"
                : $"int slice = {Text.At($"item / {Y.Height}", -Pad.Front)}, row = {Text.At($"item % {Y.Height}", -Pad.Top)};");
            writer.Line($"var line = new Span<float>({Text.At("y", 0, ("item", (long)YRow * Y.Channels))}, {Text.Literal(whole)});");
            string slice = X.Depth == 1 && Y.Depth == 1 ? "" : "slice";
            writer.Block($"if ({(slice.Length == 0 ? "" : $"slice < 0 || slice >= {X.Depth} || ")}row < 0 || row >= {X.Height})", () => writer.Line("line.Clear();").Line("continue;"));
            string source = Text.At("x", 0, (slice, (long)X.Height * XRow * X.Channels), ("row", (long)XRow * X.Channels));
            writer.Line($"line.Slice(0, {Text.Literal(left)}).Clear();");
            writer.Line($"new ReadOnlySpan<float>({source}, {Text.Literal(row)}).CopyTo(line.Slice({Text.Literal(left)}));");
            writer.Line($"line.Slice({Text.Literal(left + row)}).Clear();");
        });
    }
}
