using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Softmax over the channels of every cell of one sample, or its logarithm.</summary>
internal sealed record CellSoftmax(bool Logarithm, int Height, int Width, int Channels, int XRow, int YRow) : Kernel
{
    public override string Name => $"{Function}_{Height}x{Width}x{Channels}" + (XRow == Width && YRow == Width ? "" : $"_x{XRow}_y{YRow}");

    public override string Summary => $"Inference: {(Logarithm ? "logarithm of softmax" : "softmax")} over {Words.Count(Channels, "channel")} of {Words.Count(Height * Width, "cell")}.";

    public override string Choice => "by itself";

    private string Function => Logarithm ? "LogSoftmax" : "Softmax";

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Order: rows; a row is copied, then its cells become distributions in place" + (Logarithm ? ", as logarithms." : ".");
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        int row = Width * Channels;
        writer.Line($"foreach (Share share in worker.Shares({Height}))");
        writer.Block("for (int row = share.From; row < share.To; row++)", () =>
        {
            writer.Line($"var cells = new Span<float>({Text.At("y", 0, ("row", (long)YRow * Channels))}, {Text.Literal(row)});");
            writer.Line($"new ReadOnlySpan<float>({Text.At("x", 0, ("row", (long)XRow * Channels))}, {Text.Literal(row)}).CopyTo(cells);");
            writer.Line($"Losses.{Function}(cells, {Channels});");
        });
    }
}
