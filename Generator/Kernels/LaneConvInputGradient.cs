using NetDsl;
using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Gradient of a convolution's input, gathered: every input cell sums what the windows over it sent back. Near the borders
/// only the taps that exist are written out, so no border of zeros is needed and none is multiplied.
/// </summary>
internal sealed record LaneConvInputGradient(ConvGeometry Geometry, LaneView X, ActivationSpec? Activation, Unroll Unroll) : Kernel
{
    public override string Name => $"LaneConvInputGradient_{Geometry.Identifier}"
        + (Activation is null ? "" : X.Suffix("x", Geometry.Height.In, Geometry.Width.In) + "_of" + Activation.Identifier)
        + (Unroll == Unroll.Tile ? "_Tile" : "");

    public override string Summary =>
        $"Training, input gradient: convolution {Geometry}{(Activation is null ? "" : ", times the derivative of the " + Activation.Kind + " before it")}, 16 samples in the lanes of a cell.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("dy", Geometry.Filters, Geometry.Height.Out, Geometry.Width.Out, Words.Plain(Geometry.Height.Out, Geometry.Width.Out)),
        Words.Planes("dx", Geometry.Channels * Geometry.Groups, Geometry.Height.In, Geometry.Width.In, Words.Plain(Geometry.Height.In, Geometry.Width.In)),
        $"kernel: {Geometry.Height.Kernel} x {Geometry.Width.Kernel} x {Geometry.Channels} x {Geometry.Filters} (row, column, channel, filter).",
        Words.Groups,
    ];

    public override IReadOnlyList<KernelMethod> Methods => Activation is null
        ? [new("Run", "float* dy", "float* kernel", "float* dx", "int groups", "int groupFloats", "Worker worker")]
        : [new("Run", "float* dy", "float* kernel", "float* x", "float* dx", "int groups", "int groupFloats", "Worker worker")];

    private int Stride => Geometry.Width.Stride;

    private int OutPlane => Geometry.Height.Out * Geometry.Width.Out * Level.CellFloats;

    public override IEnumerable<string> Explain(Level level)
    {
        InputGradientTiles plan = Plan(level);
        yield return $"Tile: {Words.Cells(level, plan.Columns, "column")} x {Words.Count(plan.Channels, "channel")} = {Words.Count(plan.Columns * plan.Channels * level.CellVectors, "vector")}, named s<channel>_<vector>.";
        yield return plan.Rolled
            ? $"Order: channels, rows, columns, taps that hit the output, {Words.Count(Geometry.GroupFilters, "filter")}."
            : $"Order: channels, rows, columns ({Words.Count(plan.All.Count, "kind")} of tile, each with its taps), kernel rows that hit the output, {Words.Count(Geometry.GroupFilters, "filter")}.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        InputGradientTiles plan = Plan(level);
        LaneBlocks.Write(writer, Geometry.Groups, Geometry.Channels, plan.Channels, "channel", (group, convGroup) =>
        {
            string inGroup = convGroup.Length == 0 ? "channel" : $"(channel - convGroup * {Geometry.Channels})";
            writer.Line($"float* gradient = {Text.At($"dy + (nint){group} * groupFloats", 0, (convGroup, (long)Geometry.GroupFilters * OutPlane))};");
            writer.Line($"float* weights = {Text.At("kernel", 0, (inGroup, Geometry.Filters), (convGroup, Geometry.GroupFilters))};");
            writer.Block(Text.For("row", Geometry.Height.In), () =>
            {
                if (Activation is not null)
                {
                    writer.Line($"float* values = {Text.At($"x + (nint){group} * groupFloats", 0, ("channel", X.PlaneFloats), ("row", X.RowFloats))};");
                }

                writer.Line($"float* target = {Text.At($"dx + (nint){group} * groupFloats", 0, ("channel", Plane), ("row", RowFloats))};");
                if (plan.Rolled)
                {
                    WriteRolled(writer, level, plan);
                    return;
                }

                foreach (InputGradientTile segment in plan.All)
                {
                    if (plan.Split)
                    {
                        writer.Line($"Columns{segment.Column}(gradient, weights, {(Activation is null ? "" : "values, ")}target, row);");
                    }
                    else
                    {
                        writer.Line($"// {Describe(segment)}");
                        WriteSegment(writer, level, plan, segment);
                    }
                }
            });
        });
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        InputGradientTiles plan = Plan(level);
        foreach (InputGradientTile segment in plan.Split ? plan.All : [])
        {
            writer.Line();
            writer.Line($"// {Describe(segment)}");
            writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
            string parameters = $"float* gradient, float* weights, {(Activation is null ? "" : "float* values, ")}float* target, int row";
            writer.Method($"private static void Columns{segment.Column}({parameters})", () =>
            {
                if (segment.Count > 1)
                {
                    WriteSegment(writer, level, plan, segment);
                }
                else
                {
                    WriteTile(writer, level, plan, segment, "");
                }
            });
        }
    }

    private int RowFloats => Geometry.Width.In * Level.CellFloats;

    private int Plane => Geometry.Height.In * RowFloats;

    private static string Describe(InputGradientTile segment)
    {
        int last = segment.Column + (segment.Width * segment.Count) - 1;
        string columns = last == segment.Column ? $"Column {last}" : $"Columns {segment.Column} to {last}";
        return segment.Count == 1 ? columns + "." : $"{columns}, {segment.Width} at a time, all taps within the output.";
    }

    private void WriteSegment(SourceWriter writer, Level level, InputGradientTiles plan, InputGradientTile segment)
    {
        if (segment.Count > 1)
        {
            writer.Block(Text.For("step", segment.Count), () => WriteTile(writer, level, plan, segment, "step"));
            return;
        }

        writer.Line("{");
        writer.Indented(() => WriteTile(writer, level, plan, segment, ""));
        writer.Line("}");
    }

    private void WriteTile(SourceWriter writer, Level level, InputGradientTiles plan, InputGradientTile segment, string tile)
    {
        int vectors = segment.Width * level.CellVectors;
        WriteZeros(writer, plan.Channels, vectors);
        (int Kx, int Column, int Out)[] taps = [.. InputGradientTiles.Taps(Geometry.Width, segment.Column, segment.Width)];
        if (taps.Length > 0)
        {
            writer.Line("V w;");
            WriteKernelRows(writer, () =>
            {
                string line = Geometry.Height.Stride == 1 ? "outputRow" : $"outputRow / {Geometry.Height.Stride}";
                writer.Line($"float* g = {Text.At("gradient", 0, (line, (long)Geometry.Width.Out * Level.CellFloats), (tile, (long)segment.Width / Stride * Level.CellFloats))};");
                writer.Line($"float* k = {Text.At("weights", 0, ("ky", (long)Geometry.Width.Kernel * Geometry.TapFloats))};");
                WriteFilters(writer, () =>
                {
                    foreach (IGrouping<int, (int Kx, int Column, int Out)> tap in taps.GroupBy(t => t.Kx))
                    {
                        for (int i = 0; i < plan.Channels; i++)
                        {
                            int channel = i;
                            var sums = from t in tap
                                       from v in Enumerable.Range(0, level.CellVectors)
                                       select level.Fma(
                                           Text.Vector("g", (t.Out * Level.CellFloats) + (v * level.Lanes)),
                                           "w",
                                           $"s{channel}_{((t.Column - segment.Column) * level.CellVectors) + v}");
                            writer.Lines(Text.Flow(sums.Prepend($"w = Create(k[{Text.Literal((tap.Key * Geometry.TapFloats) + (i * Geometry.Filters))}]);")));
                        }
                    }
                });
            });
        }

        WriteStores(writer, level, plan.Channels, vectors, segment.Column * Level.CellFloats, (tile, (long)segment.Width * Level.CellFloats));
    }

    private void WriteRolled(SourceWriter writer, Level level, InputGradientTiles plan) => writer.Block(Text.For("column", Geometry.Width.In), () =>
    {
        WriteZeros(writer, plan.Channels, level.CellVectors);
        writer.Line("V w;");
        WriteKernelRows(writer, () =>
        {
            writer.Block(Text.For("kx", Geometry.Width.Kernel), () =>
            {
                WriteHit(writer, "outputColumn", "column", "kx", Geometry.Width);
                string line = Geometry.Height.Stride == 1 ? "outputRow" : $"outputRow / {Geometry.Height.Stride}", cell = Stride == 1 ? "outputColumn" : $"outputColumn / {Stride}";
                writer.Line($"float* g = {Text.At("gradient", 0, (line, (long)Geometry.Width.Out * Level.CellFloats), (cell, Level.CellFloats))};");
                writer.Line($"float* k = {Text.At("weights", 0, ("ky", (long)Geometry.Width.Kernel * Geometry.TapFloats), ("kx", Geometry.TapFloats))};");
                WriteFilters(writer, () =>
                {
                    for (int i = 0; i < plan.Channels; i++)
                    {
                        int channel = i;
                        writer.Lines(Text.Flow(Enumerable.Range(0, level.CellVectors)
                            .Select(v => level.Fma(Text.Vector("g", v * level.Lanes), "w", $"s{channel}_{v}"))
                            .Prepend($"w = Create(k[{Text.Literal(i * Geometry.Filters)}]);")));
                    }
                });
            });
        });
        WriteStores(writer, level, plan.Channels, level.CellVectors, 0, ("column", Level.CellFloats));
    });

    private static void WriteZeros(SourceWriter writer, int channels, int vectors)
    {
        writer.Lines(Text.Declare("V", from i in Enumerable.Range(0, channels) from n in Enumerable.Range(0, vectors) select $"s{i}_{n} = V.Zero"));
    }

    private void WriteKernelRows(SourceWriter writer, Action body) => writer.Block(Text.For("ky", Geometry.Height.Kernel), () =>
    {
        WriteHit(writer, "outputRow", "row", "ky", Geometry.Height);
        body();
    });

    // The output's row (or column) times the stride; skipped where no window has this tap on this cell.
    private static void WriteHit(SourceWriter writer, string name, string index, string tap, Model.Axis axis)
    {
        writer.Line($"int {name} = {Text.At(index, axis.PadBefore)} - {(axis.Dilation == 1 ? tap : $"{tap} * {axis.Dilation}")};");
        string stride = axis.Stride == 1 ? "" : $" || {name} % {axis.Stride} != 0";
        writer.Line($"if ({name} < 0 || {name} >= {axis.Out * axis.Stride}{stride}) continue;");
    }

    private void WriteFilters(SourceWriter writer, Action body)
    {
        if (Geometry.GroupFilters == 1)
        {
            body();
            return;
        }

        writer.Block($"for (int filter = 0; filter < {Geometry.GroupFilters}; filter++, g += {Text.Literal(OutPlane)}, k++)", body);
    }

    private void WriteStores(SourceWriter writer, Level level, int channels, int vectors, int offset, (string, long) term)
    {
        var stores = new List<string>();
        for (int i = 0; i < channels; i++)
        {
            for (int n = 0; n < vectors; n++)
            {
                string sum = $"s{i}_{n}";
                string value = Activation is null ? sum : Activation.Gradient(sum, Text.Vector("values", offset + ((long)i * X.PlaneFloats) + (n * level.Lanes), term));
                stores.Add($"{Text.Vector("target", offset + ((long)i * Plane) + (n * level.Lanes), term)} = {value};");
            }
        }

        writer.Lines(Text.Flow(stores));
    }

    private InputGradientTiles Plan(Level level) => InputGradientTiles.Of(Geometry.Width, Geometry.Channels, level, Unroll);
}
