using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Dense layer of a group of samples whose weights exceed the caches: what <see cref="CellDenseStream"/> does for one sample, with every
/// weight that memory brings used for all of them, and every sum made of the same terms in the same order, so that the bits are the same.
/// </summary>
internal sealed record CellDenseGroup(int Inputs, int Units, bool Bias, ActivationSpec? Activation) : Kernel
{
    /// <summary>Samples of a group: their products take about as long as memory takes to bring the weights.</summary>
    public const int Samples = 8;

    /// <summary>Rows whose weights are read side by side: a load and a store of the sums serve so many inputs.</summary>
    public const int Rows = 8;

    private readonly CellDenseStream single = new(Inputs, Units, Bias, Activation);

    public override string Name => $"Dense_{Inputs}x{Units}_Group" + (Bias ? "" : "_NoBias") + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary => $"Inference: dense {Inputs} -> {Units}{(Activation is null ? "" : ", " + Activation.Kind)}, {Samples} samples, units in the lanes, weights streamed once for all.";

    public override string Choice => $"matrix product of {Samples} samples, weights read once for all, in place, as a stream" + Words.Fused(Activation);

    public override IEnumerable<string> Legend =>
    [
        $"x, y: a row for each sample, {Text.Literal(Pitch(Inputs))} and {Text.Literal(Pitch(Units))} floats apart; rows without a sample are computed too.",
        $"scratch: shared by all threads; the sums of each part, {Text.Literal(Samples * Pitch(Units))} floats apart.",
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Run", "float* x", "float* kernel", "float* bias", "float* y", "float* scratch", "Worker worker")];

    public override int ScratchFloats => single.Parts * Samples * Pitch(Units);

    /// <summary>From one sample's row to the next.</summary>
    public static int Pitch(int length) => Text.Tiles(length, Level.CellFloats) * Level.CellFloats;

    public override IEnumerable<string> Explain(Level level)
    {
        (int samples, int vectors) = Tile(level);
        yield return $"Tile: {Words.Count(samples, "sample")} x {Words.Count(vectors, "vector")} of units = {Words.Count(samples * vectors, "vector")}, named y<sample>_<vector>.";
        yield return $"Order: {Words.Count(single.Parts, "part")} of {Words.Count(single.PartRows, "input")}, {Rows} rows of the weights at a time, tiles of units; then the parts' sums are added in order.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        int parts = single.Parts, partRows = single.PartRows, sums = Samples * Pitch(Units);
        writer.Line($"foreach (Share share in worker.Shares({parts}))");
        writer.Block("for (int part = share.From; part < share.To; part++)", () =>
        {
            string end = Inputs % partRows == 0 ? $"i + {partRows}" : $"Math.Min(i + {partRows}, {Inputs})";
            writer.Line($"int i = part * {partRows}, end = {end};");
            writer.Line($"float* sums = {Text.At("scratch", 0, ("part", sums))};");
            writer.Line($"new Span<float>(sums, {Text.Literal(sums)}).Clear();");
            writer.Block($"for (; i <= end - {Rows}; i += {Rows})", () => WriteRows(writer, level, Rows));
            if (Inputs % Rows != 0)
            {
                writer.Block("for (; i < end; i++)", () => WriteRows(writer, level, 1));
            }
        });
        writer.Line("worker.Barrier();");
        WriteSums(writer, level);
    }

    // Where a product takes its number from memory, one vector of weights is enough; else it serves two.
    private static (int Samples, int Vectors) Tile(Level level) => level == Level.V512 ? (Samples, 1) : (Samples / 2, 2);

    private void WriteRows(SourceWriter writer, Level level, int rows)
    {
        (int samples, int vectors) = Tile(level);
        int pitch = Pitch(Units);
        string sample = samples == Samples ? "" : "sample";
        writer.Line($"float* k = {Text.At("kernel", 0, ("(long)i", Units))};");
        writer.Loops([Text.For("unit", pitch, vectors * level.Lanes), samples == Samples ? "" : Text.For(sample, Samples, samples)], () =>
        {
            writer.Line($"float* q = {Text.At("x", 0, (sample, Pitch(Inputs)), ("i", 1))}, w = k + unit, target = {Text.At("sums", 0, (sample, pitch), ("unit", 1))};");
            var sums = (from p in Enumerable.Range(0, samples) from n in Enumerable.Range(0, vectors) select (Name: $"y{p}_{n}", At: Text.Vector("target", ((long)p * pitch) + (n * level.Lanes)))).ToArray();
            writer.Lines(Text.Declare("V", sums.Select(sum => $"{sum.Name} = {sum.At}")));
            writer.Lines(Text.Declare("V", Text.Numbered("w", vectors).Prepend("v")));
            for (int row = 0; row < rows; row++)
            {
                int r = row;
                writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(n => $"w{n} = {Text.Vector("w", ((long)r * Units) + (n * level.Lanes))};")));
                writer.Lines(Text.Flow(Enumerable.Range(0, samples).Select(p => $"v = Create(q[{Text.Literal(((long)p * Pitch(Inputs)) + r)}]); "
                    + string.Join(" ", Enumerable.Range(0, vectors).Select(n => level.Fma("v", $"w{n}", $"y{p}_{n}"))))));
            }

            writer.Lines(Text.Flow(sums.Select(sum => $"{sum.At} = {sum.Name};")));
        });
    }

    private void WriteSums(SourceWriter writer, Level level)
    {
        int pitch = Pitch(Units);
        writer.Line($"Share mine = worker.Share({Text.Literal(Samples * pitch / level.Lanes)});");
        writer.Block($"for (int at = mine.From * {level.Lanes}; at < mine.To * {level.Lanes}; at += {level.Lanes})", () =>
        {
            writer.Line($"V sum = {(Bias ? $"*(V*)(bias + at % {Text.Literal(pitch)})" : "V.Zero")};");
            writer.Line($"for (int part = 0; part < {single.Parts}; part++) sum += {Text.Vector("scratch", 0, ("part", Samples * pitch), ("at", 1))};");
            writer.Line($"*(V*)(y + at) = {(Activation is null ? "sum" : Activation.Apply("sum"))};");
        });
    }
}
