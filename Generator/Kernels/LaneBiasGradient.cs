using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Gradient of a bias: what every channel's cells of all samples sent back.</summary>
internal sealed record LaneBiasGradient(int Channels, int Cells) : Kernel
{
    public override string Name => $"LaneBiasGradient_{Channels}x{Cells}";

    public override string Summary => $"Training, bias gradient: the sum of {Words.Count(Cells, "cell")} of each of {Words.Count(Channels, "channel")} and all samples.";

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Run", "float* dy", "float* dbias", "int groups", "int groupFloats", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return "Order: channels, groups of samples, cells; lanes are added once, at the end.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        int plane = Cells * Level.CellFloats;
        writer.Line($"Share share = worker.Share({Channels});");
        writer.Block("for (int channel = share.From; channel < share.To; channel++)", () =>
        {
            writer.Line("V sum = V.Zero;");
            writer.Line($"float* gradient = {Text.At("dy", 0, ("channel", plane))};");
            writer.Line("for (int group = 0; group < groups; group++, gradient += groupFloats)");
            writer.Line(Text.For("n", plane, level.Lanes));
            writer.Indented(() => writer.Line("sum += *(V*)(gradient + n);"));
            writer.Line("dbias[channel] = Sum(sum);");
        });
    }
}
