using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Dense layer of one sample whose weights exceed the caches: reads several rows of the weights at once from end to end, as memory
/// likes it, and keeps the sums in the first cache. Parts of the inputs have sums of their own, always the same ones, so that each thread
/// reads whole rows and the bits do not depend on the threads.
/// </summary>
internal sealed record CellDenseStream(int Inputs, int Units, bool Bias, ActivationSpec? Activation) : Kernel
{
    /// <summary>Weights from which on memory sets the pace.</summary>
    public const long LeastWeights = 1 << 17;

    // Rows whose weights are read side by side: a load and a store of the sums serve so many inputs.
    private const int Rows = 4;

    // Enough parts for the threads that memory can feed, and rows enough in each for the sums not to count.
    private const int MostParts = 16, FewestPartRows = 64;

    public override string Name => $"Dense_{Inputs}x{Units}_Stream" + (Bias ? "" : "_NoBias") + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary => $"Inference: dense {Inputs} -> {Units}{(Activation is null ? "" : ", " + Activation.Kind)}, one sample, units in the lanes, weights streamed.";

    public override string Choice => "matrix-vector, weights read once, in place, as a stream" + Words.Fused(Activation);

    public override IEnumerable<string> Legend => [$"scratch: shared by all threads; the sums of each part, {Text.Literal(Pitch)} floats apart."];

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Run", "float* x", "float* kernel", "float* bias", "float* y", "float* scratch", "Worker worker")];

    public override int ScratchFloats => Parts * Pitch;

    /// <summary>Inputs of a part.</summary>
    public int PartRows => Text.Tiles(Text.Tiles(Inputs, Math.Min(MostParts, Inputs / FewestPartRows)), CellDenseGroup.Rows) * CellDenseGroup.Rows;

    /// <summary>Parts of the inputs.</summary>
    public int Parts => Text.Tiles(Inputs, PartRows);

    /// <summary>From one part's sums to the next: units in whole vectors, whose last lanes may hold products of other rows that nobody reads.</summary>
    public int Pitch => Text.Tiles(Units, Level.CellFloats) * Level.CellFloats;

    /// <summary>Whether a layer is large enough to be limited by memory.</summary>
    public static bool Fits(long inputs, int units) => inputs * units >= LeastWeights && units >= 8 * Level.CellFloats && inputs >= 4 * FewestPartRows;

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Order: {Words.Count(Parts, "part")} of {Words.Count(PartRows, "input")}, {Rows} rows of the weights at a time, vectors of units; then the parts' sums are added in order.";
        if (Units % level.Lanes != 0)
        {
            yield return "The last vector of units reads past the row's end, in the last row into the padding behind the parameters; those lanes are not stored.";
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        writer.Line($"foreach (Share share in worker.Shares({Parts}))");
        writer.Block("for (int part = share.From; part < share.To; part++)", () =>
        {
            string end = Inputs % PartRows == 0 ? $"i + {PartRows}" : $"Math.Min(i + {PartRows}, {Inputs})";
            writer.Line($"int i = part * {PartRows}, end = {end};");
            writer.Line($"float* sums = {Text.At("scratch", 0, ("part", Pitch))};");
            writer.Line($"new Span<float>(sums, {Text.Literal(Pitch)}).Clear();");
            writer.Block($"for (; i <= end - {Rows}; i += {Rows})", () => WriteRows(writer, level, Rows));
            if (Inputs % Rows != 0)
            {
                writer.Block("for (; i < end; i++)", () => WriteRows(writer, level, 1));
            }
        });
        writer.Line("worker.Barrier();");
        WriteSums(writer, level);
    }

    private void WriteRows(SourceWriter writer, Level level, int rows)
    {
        writer.Line($"float* k = {Text.At("kernel", 0, ("(long)i", Units))};");
        writer.Lines(Text.Declare("V", Enumerable.Range(0, rows).Select(r => $"v{r} = Create(x[{(r == 0 ? "i" : $"i + {r}")}])")));
        writer.Block(Text.For("unit", Units, level.Lanes), () =>
        {
            writer.Line("V sum = *(V*)(sums + unit);");
            writer.Lines(Text.Flow(Enumerable.Range(0, rows).Select(r => level.Fma($"v{r}", Text.Vector("k", (long)r * Units, ("unit", 1)), "sum"))));
            writer.Line("*(V*)(sums + unit) = sum;");
        });
    }

    private void WriteSums(SourceWriter writer, Level level)
    {
        int whole = Units / level.Lanes;
        writer.Line($"Share mine = worker.Share({Text.Literal(whole)});");
        writer.Block($"for (int unit = mine.From * {level.Lanes}; unit < mine.To * {level.Lanes}; unit += {level.Lanes})", () =>
            WriteSum(writer, "unit", sum => writer.Line($"*(V*)(y + unit) = {sum};")));
        int left = Units % level.Lanes;
        if (left > 0)
        {
            writer.Block("if (worker.Index == 0)", () =>
            {
                writer.Line($"const int unit = {whole * level.Lanes};");
                WriteSum(writer, "unit", sum => writer.Lines((sum == "sum" ? [] : new[] { $"sum = {sum};" }).Concat(Tail.Store(level, "y", 0, "sum", left, ("unit", 1)))));
            });
        }
    }

    private void WriteSum(SourceWriter writer, string unit, Action<string> store)
    {
        writer.Line($"V sum = {(Bias ? $"*(V*)(bias + {unit})" : "V.Zero")};");
        writer.Line($"for (int part = 0; part < {Parts}; part++) sum += {Text.Vector("scratch", 0, ("part", Pitch), (unit, 1))};");
        store(Activation is null ? "sum" : Activation.Apply("sum"));
    }
}
