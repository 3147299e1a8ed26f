using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Softmax over the channels of every cell of one sample.</summary>
internal sealed record CellSoftmax(int Height, int Width, int Channels, int XRow, int YRow) : Kernel
{
    public override string Name => $"Softmax_{Height}x{Width}x{Channels}" + (XRow == Width && YRow == Width ? "" : $"_x{XRow}_y{YRow}");

    public override string Summary => $"Inference: softmax over {Words.Count(Channels, "channel")} of {Words.Count(Height * Width, "cell")}.";

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Order: rows; a row is copied, then its cells become distributions in place.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        int row = Width * Channels;
        writer.Line($"Share share = worker.Share({Height});");
        writer.Block("for (int row = share.From; row < share.To; row++)", () =>
        {
            writer.Line($"var cells = new Span<float>({Text.At("y", 0, ("row", (long)YRow * Channels))}, {Text.Literal(row)});");
            writer.Line($"new ReadOnlySpan<float>({Text.At("x", 0, ("row", (long)XRow * Channels))}, {Text.Literal(row)}).CopyTo(cells);");
            writer.Line($"Losses.Softmax(cells, {Channels});");
        });
    }
}
