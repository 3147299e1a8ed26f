using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Squared distances of one sample from codes, inputs in the lanes.</summary>
internal sealed record CellRbf(int Inputs, int Outputs) : Kernel
{
    public override string Name => $"Rbf_{Inputs}x{Outputs}";

    public override string Summary => $"Inference: squared distances of {Words.Count(Inputs, "value")} from {Words.Count(Outputs, "code")}, one sample, values in the lanes.";

    public override string Choice => "inputs in the lanes, codes read in place";

    public override IReadOnlyList<KernelMethod> Methods => [new("Run", "float* x", "float* codes", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        int rest = Inputs % level.Lanes;
        yield return $"Order: {Words.Count(Outputs, "code")}, {Words.Count(Inputs / level.Lanes, "vector")} of values{(rest == 0 ? "." : $", {rest} by themselves.")}";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        int whole = Inputs / level.Lanes * level.Lanes;
        writer.Line($"foreach (Share share in worker.Shares({Outputs}))");
        writer.Block("for (int output = share.From; output < share.To; output++)", () =>
        {
            writer.Line($"float* code = {Text.At("codes", 0, ("output", Inputs))};");
            if (whole > 0)
            {
                writer.Line("V sum = V.Zero;");
                writer.Block(Text.For("n", whole, level.Lanes), () =>
                {
                    writer.Line($"V difference = {Text.Vector("x", 0, ("n", 1))} - {Text.Vector("code", 0, ("n", 1))};");
                    writer.Line(level.Fma("difference", "difference", "sum"));
                });
            }

            writer.Line($"float total = {(whole > 0 ? "Sum(sum)" : "0")};");
            if (whole < Inputs)
            {
                writer.Line($"{Text.For("n", Inputs, start: whole)} total += (x[n] - code[n]) * (x[n] - code[n]);");
            }

            writer.Line("y[output] = total;");
        });
    }
}
