using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Dense layer of one sample whose weights exceed the caches: reads several rows of the weights at once from end to end, as memory
/// likes it, and keeps the sums in the first cache.
/// </summary>
internal sealed record CellDenseStream(int Inputs, int Units, bool Bias, ActivationSpec? Activation) : Kernel
{
    /// <summary>Weights from which on memory sets the pace.</summary>
    public const long LeastWeights = 1 << 17;

    // Rows whose weights are read side by side: a load and a store of the sums serve so many inputs.
    private const int Rows = 8;

    // Units that a thread takes at least: shorter pieces of a row would no longer be a stream.
    private const int ShareUnits = 256;

    public override string Name => $"Dense_{Inputs}x{Units}_Stream" + (Bias ? "" : "_NoBias") + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary => $"Inference: dense {Inputs} -> {Units}{(Activation is null ? "" : ", " + Activation.Kind)}, one sample, units in the lanes, weights streamed.";

    public override string Choice => "matrix-vector, weights read once, in place, as a stream" + Words.Fused(Activation);

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Run", "float* x", "float* kernel", "float* bias", "float* y", "Worker worker")];

    /// <summary>Whether a layer is large enough to be limited by memory.</summary>
    public static bool Fits(long inputs, int units) => inputs * units >= LeastWeights && units >= Level.CellFloats * Rows;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Rows} rows of the weights at a time, vectors of units; the sums wait in y, a thread's units together.";
        if (Units % level.Lanes != 0)
        {
            yield return $"The last {Words.Count(Units % level.Lanes, "unit")} of the layer go one by one.";
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Block($"foreach (Share share in worker.Shares({Text.Tiles(Units, ShareUnits)}))", () => WriteShare(writer, level));
    }

    private void WriteShare(SourceWriter writer, Level level)
    {
        bool ragged = Units % level.Lanes != 0;
        writer.Line($"int from = share.From * {ShareUnits}, to = Math.Min(share.To * {ShareUnits}, {Units}){(ragged ? $", whole = Math.Min(to, {Units / level.Lanes * level.Lanes})" : "")};");
        writer.Line(Bias ? "new Span<float>(bias + from, to - from).CopyTo(new Span<float>(y + from, to - from));" : "new Span<float>(y + from, to - from).Clear();");
        int whole = Inputs / Rows * Rows;
        writer.Block(Text.For("i", whole, Rows), () => WriteRows(writer, level, Rows, "i", ragged));
        if (whole < Inputs)
        {
            writer.Line("{");
            writer.Indented(() =>
            {
                writer.Line($"const int i = {whole}; // what no longer fills {Rows} rows");
                WriteRows(writer, level, Inputs - whole, "i", ragged);
            });
            writer.Line("}");
        }

        if (Activation is not null)
        {
            string end = ragged ? "whole" : "to";
            writer.Line($"for (int unit = from; unit < {end}; unit += {level.Lanes}) *(V*)(y + unit) = {Activation.Apply("*(V*)(y + unit)")};");
            if (ragged)
            {
                writer.Line($"for (int unit = whole; unit < to; unit++) y[unit] = {Activation.Apply("Create(y[unit])")}.ToScalar();");
            }
        }
    }

    private void WriteRows(SourceWriter writer, Level level, int rows, string first, bool ragged)
    {
        writer.Line($"float* k = {Text.At("kernel", 0, ($"(long){first}", Units))};");
        writer.Lines(Text.Declare("V", Enumerable.Range(0, rows).Select(r => $"v{r} = Create(x[{(r == 0 ? first : $"{first} + {r}")}])")));
        writer.Block($"for (int unit = from; unit < {(ragged ? "whole" : "to")}; unit += {level.Lanes})", () =>
        {
            writer.Line("V sum = *(V*)(y + unit);");
            writer.Lines(Text.Flow(Enumerable.Range(0, rows).Select(r => level.Fma($"v{r}", Text.Vector("k", (long)r * Units, ("unit", 1)), "sum"))));
            writer.Line("*(V*)(y + unit) = sum;");
        });
        if (ragged)
        {
            writer.Block("for (int unit = whole; unit < to; unit++)", () =>
            {
                string[] products = [.. Enumerable.Range(0, rows).Select(r => $"x[{(r == 0 ? first : $"{first} + {r}")}] * k[{Text.At("unit", (long)r * Units)}]")];
                writer.Lines(Text.Flow(products.Select((product, r) => r == products.Length - 1 ? product + ";" : product + " +").Prepend("y[unit] +=")));
            });
        }
    }
}
