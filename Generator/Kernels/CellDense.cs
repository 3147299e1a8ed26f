using NetDsl;
using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Dense layer of one sample: a matrix-vector product that reads the weights once, in place.</summary>
internal sealed record CellDense(int Inputs, int Units, bool Bias, ActivationSpec? Activation, Unroll Unroll) : Kernel
{
    private const int LatencySums = 8;

    public override string Name => $"Dense_{Inputs}x{Units}" + (Bias ? "" : "_NoBias") + (Activation is null ? "" : "_" + Activation.Identifier) + (Unroll == Unroll.Full ? "_Full" : "");

    public override string Summary => $"Inference: dense {Inputs} -> {Units}{(Activation is null ? "" : ", " + Activation.Kind)}, one sample, units in the lanes.";

    public override string Choice => (Unroll == Unroll.Full ? "written out without loops" : "matrix-vector, weights read once, in place") + Words.Fused(Activation);

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Run", "float* x", "float* kernel", "float* bias", "float* y", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        (int vectors, int chains) = Tile(level);
        string tile = $"Tile: {Words.Count(Math.Min(vectors * level.Lanes, Units), "unit")} in {Words.Count(vectors, "vector")}";
        yield return chains == 1
            ? $"{tile}, named y0_<vector>."
            : $"{tile} x {chains} chains, named y<chain>_<vector>: input i goes to chain i % {chains}, so that additions do not wait for each other.";
        yield return $"Order: {(Units > vectors * level.Lanes ? "blocks of units, " : "")}{Words.Count(Inputs, "input")}.";
        if (Units < vectors * level.Lanes)
        {
            yield return "The last vector reads past the row's end, in the last row into the padding behind the parameters; those lanes are not stored.";
        }

        foreach (string remark in Words.Overhang(("block of units", Units, vectors * level.Lanes)))
        {
            yield return remark;
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        if (Unroll == Unroll.Full)
        {
            FullText.WriteCalls(writer, CellDenseFull.Pieces(writer, this, level), "x, kernel, bias, y");
            return;
        }

        (int vectors, int chains) = Tile(level);
        int width = vectors * level.Lanes, blocks = Text.Tiles(Units, width), real = Math.Min(width, Units);
        writer.Line($"foreach (Share share in worker.Shares({blocks}))");
        writer.Block("for (int block = share.From; block < share.To; block++)", () =>
        {
            writer.Line(blocks == 1 ? "const int unit = 0; // one block holds all" : $"int unit = {Text.TileStart("block", Units, width)};");
            for (int j = 0; j < chains; j++)
            {
                int chain = j;
                writer.Lines(Text.Declare("V", Enumerable.Range(0, vectors).Select(n =>
                    $"y{chain}_{n} = {(chain == 0 && Bias ? Text.Vector("bias", n * level.Lanes, ("unit", 1)) : "V.Zero")}")));
            }

            writer.Line("float* k = kernel + unit;");
            writer.Line("V v;");
            int whole = Inputs / chains * chains;
            if (whole > 0)
            {
                string advance = chains == 1 ? "i++" : $"i += {chains}";
                writer.Block($"for (int i = 0; i < {Text.Literal(whole)}; {advance}, k += {Text.Literal((long)chains * Units)})", () => WriteInputs(writer, level, vectors, chains, "i", 0));
            }

            WriteInputs(writer, level, vectors, Inputs - whole, "", whole);
            for (int n = 0; n < vectors; n++)
            {
                string sum = string.Join(" + ", Enumerable.Range(0, chains).Select(j => $"y{j}_{n}"));
                string value = Activation is null ? sum : Activation.Apply(chains == 1 ? sum : $"({sum})");
                if (real - (n * level.Lanes) >= level.Lanes)
                {
                    writer.Line($"{Text.Vector("y", n * level.Lanes, ("unit", 1))} = {value};");
                    continue;
                }

                writer.Line($"v = {value};");
                writer.Lines(Tail.Store(level, "y", n * level.Lanes, "v", real - (n * level.Lanes), ("unit", 1)));
            }
        });
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        if (Unroll == Unroll.Full)
        {
            FullText.WriteParts(writer, CellDenseFull.Pieces(writer, this, level), "float* x, float* kernel, float* bias, float* y");
        }
    }

    private void WriteInputs(SourceWriter writer, Level level, int vectors, int count, string index, int first)
    {
        for (int j = 0; j < count; j++)
        {
            int chain = j;
            string at = index.Length == 0 ? Text.Literal(first + j) : j == 0 ? index : $"{index} + {j}";
            writer.Lines(Text.Flow(Enumerable.Range(0, vectors)
                .Select(n => level.Fma("v", Text.Vector("k", ((long)chain * Units) + (n * level.Lanes)), $"y{chain}_{n}"))
                .Prepend($"v = Create(x[{at}]);")));
        }
    }

    internal (int Vectors, int Chains) Tile(Level level)
    {
        int vectors = Math.Min(Text.Tiles(Units, level.Lanes), LatencySums);
        return (vectors, Math.Max(1, Math.Min(Inputs, LatencySums / vectors)));
    }
}
