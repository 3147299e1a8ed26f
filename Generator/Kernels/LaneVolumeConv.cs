using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Convolution over up to three dimensions of a batch with samples in the lanes, or the transposed one: the forward pass of one
/// is the input gradient of the other.
/// </summary>
/// <param name="Geometry">The convolution, or the one that runs the other way.</param>
/// <param name="Transposed">Whether it is the transposed one.</param>
/// <param name="X">How the planes stand that are read.</param>
/// <param name="Y">How the planes stand that are written.</param>
/// <param name="Bias">Whether sums start from one.</param>
/// <param name="Activation">What is applied to the sums, if anything.</param>
/// <param name="Derivative">The activation whose derivative the sums are multiplied with, in an input gradient.</param>
/// <param name="Values">How the outputs of that activation stand.</param>
internal sealed record LaneVolumeConv(
    VolumeGeometry Geometry, bool Transposed, LaneView X, LaneView Y, bool Bias,
    ActivationSpec? Activation, ActivationSpec? Derivative, LaneView Values) : Kernel
{
    private VolumeLoops Loops => new(Geometry, Transposed);

    private int Inputs => Transposed ? Geometry.GroupFilters : Geometry.Channels;

    private int Outputs => Transposed ? Geometry.Channels : Geometry.GroupFilters;

    private int ChannelStep => Transposed ? 1 : Geometry.Filters;

    private int OutputStep => Transposed ? Geometry.Filters : 1;

    public override string Name => $"Lane{(Transposed ? "Transposed" : "Volume")}Conv_{Geometry.Identifier}"
        + Suffix("x", X, Loops.Source) + Suffix("y", Y, Loops.Target)
        + (Bias ? "_Bias" : "") + (Activation is null ? "" : "_" + Activation.Identifier)
        + (Derivative is null ? "" : Suffix("v", Values, Loops.Target) + "_of" + Derivative.Identifier);

    public override string Summary =>
        $"Training: {(Transposed ? "transposed convolution, the other way round" : "convolution")} {Geometry}{(Activation is null ? "" : ", " + Activation.Kind)}{(Derivative is null ? "" : $", times the derivative of the {Derivative.Kind} before it")}, 16 samples in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Inputs * Geometry.Groups, Loops.Source[0] * Loops.Source[1], Loops.Source[2], X),
        Words.Planes("y", Outputs * Geometry.Groups, Loops.Target[0] * Loops.Target[1], Loops.Target[2], Y),
        Words.Groups,
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new(
            "Run",
            [
                "float* x", "float* kernel", .. Bias ? ["float* bias"] : Array.Empty<string>(),
                .. Derivative is null ? Array.Empty<string>() : ["float* values"], "float* y",
                .. Activation is null ? Array.Empty<string>() : ["bool activate"], "int groups", "int groupFloats", "Worker worker",
            ]),
    ];

    public override IEnumerable<string> Explain(Level level)
    {
        int tile = Tile(level);
        yield return $"Tile: 1 cell x {Words.Count(tile, "output channel")} = {Words.Count(tile * level.CellVectors, "vector")}, named y<channel>_<vector>.";
        yield return $"Order: blocks of output channels, cells, the taps that hit, {Words.Count(Inputs, "input channel")}.";
        foreach (string remark in Words.Overhang(("block of output channels", Outputs, tile)))
        {
            yield return remark;
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        int tile = Tile(level), sums = tile * level.CellVectors;
        if (Activation is not null || Derivative is not null)
        {
            writer.Line($"V* sums = stackalloc V[{sums}];");
        }

        LaneBlocks.Write(writer, Geometry.Groups, Outputs, tile, "plane", (group, convGroup) =>
        {
            string inGroup = convGroup.Length == 0 ? "plane" : $"(plane - convGroup * {Outputs})";
            (string, long)[] first = Transposed ? [(inGroup, Geometry.Filters), (convGroup, Geometry.GroupFilters)] : [("plane", 1)];
            writer.Line($"float* input = {Text.At($"x + (nint){group} * groupFloats", 0, (convGroup, (long)Inputs * X.PlaneFloats))};");
            writer.Line($"float* output = {Text.At($"y + (nint){group} * groupFloats", 0, ("plane", Y.PlaneFloats))}, weights = {Text.At("kernel", 0, first)};");
            if (Derivative is not null)
            {
                writer.Line($"float* known = {Text.At($"values + (nint){group} * groupFloats", 0, ("plane", Values.PlaneFloats))};");
            }

            writer.Loops(Loops.Headers(0, 2), () => WriteCell(writer, level, tile));
        });
    }

    private void WriteCell(SourceWriter writer, Level level, int tile)
    {
        for (int j = 0; j < tile; j++)
        {
            string start = Bias ? $"Create(bias[{Text.At("plane", j)}])" : "V.Zero";
            int output = j;
            writer.Lines(Text.Declare("V", Enumerable.Range(0, level.CellVectors).Select(n => $"y{output}_{n} = {(n == 0 ? start : $"y{output}_0")}")));
        }

        Loops.Write(writer, X.RowFloats, Level.CellFloats, Geometry.TapFloats, () =>
        {
            string step = ChannelStep == 1 ? "k++" : $"k += {Text.Literal(ChannelStep)}";
            writer.Loops([Inputs == 1 ? "" : $"for (int channel = 0; channel < {Inputs}; channel++, q += {Text.Literal(X.PlaneFloats)}, {step})"], () =>
            {
                writer.Lines(Text.Declare("V", Enumerable.Range(0, level.CellVectors).Select(n => $"v{n} = {Text.Vector("q", n * level.Lanes)}").Append("w")));
                for (int j = 0; j < tile; j++)
                {
                    int output = j;
                    writer.Lines(Text.Flow(Enumerable.Range(0, level.CellVectors).Select(n => level.Fma($"v{n}", "w", $"y{output}_{n}"))
                        .Prepend($"w = Create(k[{Text.Literal((long)j * OutputStep)}]);")));
                }
            });
        });
        WriteStores(writer, level, tile);
    }

    private void WriteStores(SourceWriter writer, Level level, int tile)
    {
        writer.Line($"float* target = {Text.At("output", 0, Loops.TargetTerms(Y.RowFloats, Level.CellFloats))};");
        var sums = (from j in Enumerable.Range(0, tile) from n in Enumerable.Range(0, level.CellVectors) select (j, n)).ToArray();
        void Plain() => writer.Lines(Text.Flow(sums.Select(s => $"{Text.Vector("target", ((long)s.j * Y.PlaneFloats) + (s.n * level.Lanes))} = y{s.j}_{s.n};")));
        void Finished(Func<string, string> value)
        {
            writer.Lines(Text.Flow(sums.Select(s => $"sums[{(s.j * level.CellVectors) + s.n}] = y{s.j}_{s.n};")));
            writer.Line(Text.For("j", tile));
            writer.Line(Text.For("n", level.CellVectors));
            writer.Indented(() => writer.Line(
                $"{Text.Vector("target", 0, ("j", Y.PlaneFloats), ("n", level.Lanes))} = {value($"sums[j * {level.CellVectors} + n]")};"));
        }

        if (Activation is not null)
        {
            writer.Block("if (activate)", () => Finished(Activation.Apply));
            writer.Block("else", Plain);
        }
        else if (Derivative is not null)
        {
            writer.Line($"float* made = {Text.At("known", 0, Loops.TargetTerms(Values.RowFloats, Level.CellFloats))};");
            Finished(sum => Derivative.Gradient(sum, Text.Vector("made", 0, ("j", Values.PlaneFloats), ("n", level.Lanes))));
        }
        else
        {
            Plain();
        }
    }

    private int Tile(Level level) => Text.Tiles(Outputs, Text.Tiles(Outputs, level.Accumulators / level.CellVectors));

    private static string Suffix(string letter, LaneView view, int[] size) => view.Suffix(letter, size[0] * size[1], size[2]);
}
