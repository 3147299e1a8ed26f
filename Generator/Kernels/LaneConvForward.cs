using NetDsl;
using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>Convolution of a batch with samples in the lanes: every weight is one number for 16 samples.</summary>
internal sealed record LaneConvForward(ConvGeometry Geometry, LaneView X, LaneView Y, bool Bias, ActivationSpec? Activation, Unroll Unroll) : Kernel
{
    public override string Name => $"LaneConv_{Geometry.Identifier}"
        + X.Suffix("x", Geometry.Height.In, Geometry.Width.In)
        + Y.Suffix("y", Geometry.Height.Out, Geometry.Width.Out)
        + (Bias ? "" : "_NoBias") + (Activation is null ? "" : "_" + Activation.Identifier) + (Unroll == Unroll.Tile ? "_Tile" : "");

    public override string Summary =>
        $"Training, forward: convolution {Geometry}{(Activation is null ? "" : ", " + Activation.Kind)}, 16 samples in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Geometry.Channels * Geometry.Groups, Geometry.Height.In, Geometry.Width.In, X),
        Words.Planes("y", Geometry.Filters, Geometry.Height.Out, Geometry.Width.Out, Y),
        $"kernel: {Geometry.Height.Kernel} x {Geometry.Width.Kernel} x {Geometry.Channels} x {Geometry.Filters} (row, column, channel, filter).",
        Words.Groups,
    ];

    public override IReadOnlyList<KernelMethod> Methods => Activation is null
        ? [new("Forward", "float* x", "float* kernel", "float* bias", "float* y", "int groups", "int groupFloats", "Worker worker")]
        : [new("Forward", "float* x", "float* kernel", "float* bias", "float* y", "bool activate", "int groups", "int groupFloats", "Worker worker")];

    public override IEnumerable<string> Explain(Level level)
    {
        (int columns, int outputs) = Tile(level);
        yield return $"Tile: {Words.Cells(level, columns, "column")} x {Words.Count(outputs, "filter")} = {Words.Count(columns * outputs * level.CellVectors, "vector")}, named y<filter>_<vector>.";
        yield return $"Order: blocks of filters, {Words.Count(Geometry.Height.Out, "row")}, columns, {Words.Count(Geometry.Channels, "channel")}, {Geometry.Height.Kernel}x{Geometry.Width.Kernel} taps.";
        foreach (string remark in Words.Overhang(("block of filters", Geometry.GroupFilters, outputs), ("tile of columns", Geometry.Width.Out, columns)))
        {
            yield return remark;
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        (int columns, int outputs) = Tile(level);
        if (Activation is { InRegisters: false })
        {
            writer.Line($"V* sums = stackalloc V[{columns * level.CellVectors * outputs}]; // for one loop of {Activation.Kind} instead of a copy for each sum");
        }

        LaneBlocks.Write(writer, Geometry.Groups, Geometry.GroupFilters, outputs, "filter", (group, convGroup) =>
        {
            long corner = -(((long)Geometry.Height.PadBefore * X.RowFloats) + (Geometry.Width.PadBefore * Level.CellFloats));
            writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", corner, (convGroup, (long)Geometry.Channels * X.PlaneFloats))};");
            writer.Line($"float* output = y + (nint){group} * groupFloats + filter * {Text.Literal(Y.PlaneFloats)};");
            (string columnLoop, string columnStart) = Text.TileLoop("column", Geometry.Width.Out, columns);
            writer.Loops([Text.For("row", Geometry.Height.Out), columnLoop], () => WriteTile(writer, level, columns, outputs, columnStart));
        });
    }

    private void WriteTile(SourceWriter writer, Level level, int columns, int outputs, string columnStart)
    {
        int positions = columns * level.CellVectors;
        string column = columns < Geometry.Width.Out ? "column" : "";
        if (columnStart.Length > 0)
        {
            writer.Line(columnStart);
        }

        WriteSums(writer, positions, outputs);
        writer.Lines(Text.Declare("V", outputs <= positions ? Text.Numbered("w", outputs).Prepend("v") : Text.Numbered("v", positions).Prepend("w")));
        writer.Line($"float* q = {Text.At("input", 0, ("row", (long)Geometry.Height.Stride * X.RowFloats), (column, (long)Geometry.Width.Stride * Level.CellFloats))}, weights = kernel + filter;");
        string loop = Geometry.Channels == 1 ? "" : $"for (int channel = 0; channel < {Geometry.Channels}; channel++, q += {Text.Literal(X.PlaneFloats)}, weights += {Geometry.Filters})";
        writer.Loops([loop], () => new WindowLoops(
            Geometry.Height.Kernel,
            Geometry.Width.Kernel,
            (long)Geometry.Height.Dilation * X.RowFloats,
            (long)Geometry.Width.Dilation * Level.CellFloats,
            Geometry.TapFloats).Write(writer, Unroll, positions * outputs, "q", "weights", (q, qo, k, ko) => WriteTap(writer, level, columns, outputs, q, qo, k, ko)));
        WriteStores(writer, level, positions, outputs, column);
    }

    private void WriteSums(SourceWriter writer, int positions, int outputs)
    {
        for (int j = 0; j < outputs; j++)
        {
            string start = Bias ? $"Create(bias[{Text.At("filter", j)}])" : "V.Zero";
            int output = j;
            writer.Lines(Text.Declare("V", Enumerable.Range(0, positions).Select(n => $"y{output}_{n} = {(n == 0 ? start : $"y{output}_0")}")));
        }
    }

    // The smaller set of operands stays in registers over a tap, the other streams.
    private void WriteTap(SourceWriter writer, Level level, int columns, int outputs, string q, long qo, string k, long ko)
    {
        int positions = columns * level.CellVectors;
        string Input(int n) => Text.Vector(q, qo + ((long)(n / level.CellVectors) * Geometry.Width.Stride * Level.CellFloats) + (n % level.CellVectors * level.Lanes));
        string Weight(int j) => $"Create({k}[{Text.Literal(ko + j)}])";
        if (outputs <= positions)
        {
            writer.Lines(Text.Flow(Enumerable.Range(0, outputs).Select(j => $"w{j} = {Weight(j)};")));
            for (int n = 0; n < positions; n++)
            {
                writer.Lines(Text.Flow(Enumerable.Range(0, outputs).Select(j => level.Fma("v", $"w{j}", $"y{j}_{n}")).Prepend($"v = {Input(n)};")));
            }
        }
        else
        {
            writer.Lines(Text.Flow(Enumerable.Range(0, positions).Select(n => $"v{n} = {Input(n)};")));
            for (int j = 0; j < outputs; j++)
            {
                writer.Lines(Text.Flow(Enumerable.Range(0, positions).Select(n => level.Fma($"v{n}", "w", $"y{j}_{n}")).Prepend($"w = {Weight(j)};")));
            }
        }
    }

    private void WriteStores(SourceWriter writer, Level level, int positions, int outputs, string column)
    {
        writer.Line($"float* target = {Text.At("output", 0, ("row", Y.RowFloats), (column, Level.CellFloats))};");
        var sums = (from j in Enumerable.Range(0, outputs) from n in Enumerable.Range(0, positions) select (j, n)).ToArray();
        void Store() => writer.Lines(Text.Flow(sums.Select(s => $"{Text.Vector("target", ((long)s.j * Y.PlaneFloats) + (s.n * level.Lanes))} = y{s.j}_{s.n};")));
        if (Activation is { InRegisters: false })
        {
            writer.Block("if (activate)", () =>
            {
                writer.Lines(Text.Flow(sums.Select(s => $"sums[{(s.j * positions) + s.n}] = y{s.j}_{s.n};")));
                writer.Line($"for (int j = 0; j < {outputs}; j++)");
                writer.Line($"for (int n = 0; n < {positions}; n++)");
                writer.Indented(() => writer.Line($"{Text.Vector("target", 0, ("j", Y.PlaneFloats), ("n", level.Lanes))} = {Activation.Apply($"sums[j * {positions} + n]")};"));
            });
            writer.Block("else", Store);
            return;
        }

        if (Activation is not null)
        {
            writer.Block("if (activate)", () => writer.Lines(Text.Flow(sums.Select(s => $"y{s.j}_{s.n} = {Activation.Apply($"y{s.j}_{s.n}")};"))));
        }

        Store();
    }

    private (int Columns, int Outputs) Tile(Level level) =>
        TileChoice.Best(Geometry.Width.Out, level.CellVectors, Geometry.GroupFilters, level.Accumulators);
}
