using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Batch normalisation of one sample where no convolution before it takes it over: a factor and a summand for every channel.</summary>
internal sealed record CellScaleShift(ActivationSpec? Activation, int Height, int Width, int Channels, int XRow, CellView Y) : Kernel
{
    public override string Name => $"ScaleShift_{Height}x{Width}x{Channels}" + (XRow == Width ? "" : $"_x{XRow}") + Y.Suffix("y", Width, Channels)
        + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary =>
        $"Inference: scale * x + shift of each of {Words.Count(Channels, "channel")} of {Height}x{Width} cells{(Activation is null ? "" : ", " + Activation.Kind)}.";

    public override string Choice => "by itself" + Words.Fused(Activation);

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* scale", "float* shift", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Order: rows, cells, vectors of channels.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line($"foreach (Share share in worker.Shares({Height}))");
        writer.Loops(["for (int row = share.From; row < share.To; row++)", Text.For("column", Width)], () => CellVectors.Write(writer, level, Channels, (channel, store) =>
        {
            string value = Text.Vector("x", 0, ("row", (long)XRow * Channels), ("column", Channels), (channel, 1));
            writer.Line($"V result = {level.MultiplyAdd}({value}, {Text.Vector("scale", 0, (channel, 1))}, {Text.Vector("shift", 0, (channel, 1))});");
            if (Activation is not null)
            {
                writer.Line($"result = {Activation.Apply("result")};");
            }

            store("y", [("row", Y.RowFloats), ("column", Y.CellPitch), (channel, 1)]);
        }));
    }
}
