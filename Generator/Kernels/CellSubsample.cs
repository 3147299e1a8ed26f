using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>Trainable subsampling of one sample, channels in the lanes.</summary>
internal sealed record CellSubsample(ActivationSpec? Activation, Axis Height, Axis Width, int Channels, int XRow, CellView Y) : Kernel
{
    public override string Name => $"Subsample_{Height.Kernel}x{Width.Kernel}_{Height.In}x{Width.In}x{Channels}"
        + (XRow == Width.In ? "" : $"_x{XRow}") + Y.Suffix("y", Width.Out, Channels) + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary =>
        $"Inference: sums over {Height.Kernel}x{Width.Kernel} of {Height.In}x{Width.In}x{Channels} times a coefficient plus a bias{(Activation is null ? "" : ", " + Activation.Kind)}, one sample, channels in the lanes.";

    public override string Choice => "channels in the lanes" + Words.Fused(Activation);

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Run", "float* x", "float* coefficient", "float* bias", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Height.Out, "row")}, {Words.Count(Width.Out, "column")}, {Words.Count(Text.Tiles(Channels, level.Lanes), "vector")} of channels"
            + (LaneSubsample.IsWritten(Height, Width) ? ", the window written out." : ", the window's cells.");
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line($"foreach (Share share in worker.Shares({Height.Out}))");
        writer.Loops(["for (int row = share.From; row < share.To; row++)", Text.For("column", Width.Out)], () => CellVectors.Write(writer, level, Channels, (channel, store) =>
        {
            writer.Line($"float* q = {Text.At("x", 0, ("row", (long)Height.Stride * XRow * Channels), ("column", (long)Width.Stride * Channels), (channel, 1))};");
            LaneSubsample.WriteSum(writer, Height, Width, (long)XRow * Channels, Channels);
            writer.Line($"V result = {level.MultiplyAdd}(sum, {Text.Vector("coefficient", 0, (channel, 1))}, {Text.Vector("bias", 0, (channel, 1))});");
            if (Activation is not null)
            {
                writer.Line($"result = {Activation.Apply("result")};");
            }

            store("y", [("row", Y.RowFloats), ("column", Y.CellPitch), (channel, 1)]);
        }));
    }
}
