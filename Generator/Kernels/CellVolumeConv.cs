using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Convolution of one sample over up to three dimensions with channels last, or the transposed one: output channels in the
/// lanes, one cell after the other, only the taps that hit.
/// </summary>
/// <param name="Geometry">The convolution, or the one that runs the other way.</param>
/// <param name="Transposed">Whether it is the transposed one.</param>
/// <param name="X">How the cells stand that are read.</param>
/// <param name="Y">How the cells stand that are written.</param>
/// <param name="Bias">Whether there is one.</param>
/// <param name="Activation">What is applied to the sums, if anything.</param>
internal sealed record CellVolumeConv(
    VolumeGeometry Geometry, bool Transposed, CellView X, CellView Y, bool Bias, ActivationSpec? Activation) : Kernel
{
    private VolumeLoops Loops => new(Geometry, Transposed);

    private int Inputs => Transposed ? Geometry.Filters : Geometry.Channels;

    private int Outputs => Transposed ? Geometry.Channels : Geometry.GroupFilters;

    private int WeightRow => Transposed ? Geometry.Channels : Geometry.Filters;

    public override string Name => $"{(Transposed ? "Transposed" : "Volume")}Conv_{Geometry.Identifier}"
        + X.Suffix("x", Loops.Source[2], Inputs * Geometry.Groups) + Y.Suffix("y", Loops.Target[2], Outputs * Geometry.Groups)
        + (Bias ? "" : "_NoBias") + (Activation is null ? "" : "_" + Activation.Identifier);

    public override string Summary =>
        $"Inference: {(Transposed ? "transposed convolution, the other way round" : "convolution")} {Geometry}{(Activation is null ? "" : ", " + Activation.Kind)}, one sample, output channels in the lanes.";

    public override string Choice => "tap by tap, output channels in the lanes" + Words.Fused(Activation);

    public override IEnumerable<string> Legend => Transposed
        ? [$"kernel: {Words.Count(Geometry.Taps, "tap")} x {Geometry.Channels} x {Geometry.Filters} (tap, output channel, input channel); packed: with the last two exchanged."]
        : [$"packed: {Words.Count(Geometry.Taps, "tap")} x {Geometry.Channels} x {Geometry.Filters} (tap, input channel, output channel), the weights as they are."];

    public override IReadOnlyList<KernelMethod> Methods => Transposed
        ? [new("Pack", "float* kernel", "float* packed"), Run]
        : [Run];

    /// <summary>Room for the packed weights; a convolution's are read in place.</summary>
    public int PackedFloats => Geometry.Taps * Geometry.TapFloats;

    private static KernelMethod Run => new("Run", "float* x", "float* packed", "float* bias", "float* y", "Worker worker");

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Tile: 1 cell x {Words.Count(Tile(level), "vector")} of output channels, named y<vector>.";
        yield return $"Order: blocks of output channels, cells, the taps that hit, {Words.Count(Inputs, "input channel")}.";
        foreach (string remark in Words.Overhang(("block of output channels", Outputs, Tile(level) * level.Lanes)))
        {
            yield return remark;
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        if (method.Name == "Pack")
        {
            writer.Line(Text.For("tap", Geometry.Taps)).Line(Text.For("channel", Inputs)).Line(Text.For("output", Outputs));
            writer.Indented(() => writer.Line(
                $"packed[{Text.At("output", 0, ("tap", Geometry.TapFloats), ("channel", Outputs))}] = kernel[{Text.At("channel", 0, ("tap", Geometry.TapFloats), ("output", Inputs))}];"));
            return;
        }

        int vectors = Tile(level), width = vectors * level.Lanes;
        int perGroup = Text.Tiles(Outputs, width), blocks = perGroup * Geometry.Groups, rows = Loops.Target[0] * Loops.Target[1];
        if (Activation is { InRegisters: false })
        {
            writer.Line($"V* sums = stackalloc V[{vectors}]; // for one loop of {Activation.Kind} instead of a copy for each sum");
        }

        writer.Line($"foreach (Share share in worker.Shares({Text.Literal((long)blocks * rows)}))");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            WritePlace(writer, blocks, rows);
            writer.Lines(blocks > 1 ? LaneBlocks.Start(Geometry.Groups, Outputs, width, "first") : ["const int first = 0; // one block holds all"]);
            writer.Line($"float* input = {Text.At("x", 0, (Geometry.Groups > 1 ? "convGroup" : "", Inputs))}, weights = packed + first;");
            writer.Line($"float* output = {Text.At("y", 0, [("first", 1), .. Loops.TargetTerms(Y.RowFloats, 0)])};");
            writer.Loops(Loops.Headers(2, 2), () => WriteCell(writer, level, vectors));
        });
    }

    private void WritePlace(SourceWriter writer, int blocks, int rows)
    {
        if (blocks > 1)
        {
            writer.Line($"int block = {(rows == 1 ? "item" : $"item / {Text.Literal(rows)}")};");
        }

        string rest = blocks == 1 ? "item" : $"item % {Text.Literal(rows)}";
        if (Loops.Position(0).Length > 0)
        {
            writer.Line($"int slice = {rest}{(Loops.Target[1] == 1 ? "" : $" / {Loops.Target[1]}")};");
        }

        if (Loops.Position(1).Length > 0)
        {
            writer.Line($"int row = {rest}{(Loops.Target[0] == 1 ? "" : $" % {Loops.Target[1]}")};");
        }
    }

    private void WriteCell(SourceWriter writer, Level level, int vectors)
    {
        writer.Lines(Text.Declare("V", Enumerable.Range(0, vectors).Select(n =>
            $"y{n} = {(Bias ? Text.Vector("bias", n * level.Lanes, ("first", 1)) : "V.Zero")}")));
        Loops.Write(writer, X.RowFloats, X.CellPitch, Geometry.TapFloats, () =>
            writer.Block($"for (int channel = 0; channel < {Inputs}; channel++, k += {Text.Literal(WeightRow)})", () =>
            {
                writer.Line("V v = Create(q[channel]);");
                writer.Lines(Text.Flow(Enumerable.Range(0, vectors).Select(n => level.Fma("v", Text.Vector("k", n * level.Lanes), $"y{n}"))));
            }));
        writer.Line($"float* target = {Text.At("output", 0, (Loops.Position(2), Y.CellPitch))};");
        WriteStores(writer, level, vectors);
    }

    private void WriteStores(SourceWriter writer, Level level, int vectors)
    {
        IEnumerable<int> all = Enumerable.Range(0, vectors);
        if (Activation is { InRegisters: false })
        {
            writer.Lines(Text.Flow(all.Select(n => $"sums[{n}] = y{n};")));
            writer.Line(Text.For("n", vectors));
            writer.Indented(() => writer.Line($"sums[n] = {Activation.Apply("sums[n]")};"));
            writer.Lines(Text.Flow(all.Select(n => $"y{n} = sums[{n}];")));
        }
        else if (Activation is not null)
        {
            writer.Lines(Text.Flow(all.Select(n => $"y{n} = {Activation.Apply($"y{n}")};")));
        }

        writer.Lines(Text.Flow(all.SelectMany(n => Tail.Store(level, "target", n * level.Lanes, $"y{n}", Outputs - (n * level.Lanes)))));
    }

    private int Tile(Level level)
    {
        int vectors = Text.Tiles(Outputs, level.Lanes);
        return Text.Tiles(vectors, Text.Tiles(vectors, level.Accumulators));
    }
}
