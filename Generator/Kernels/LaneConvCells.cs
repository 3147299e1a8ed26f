using NetDsl;
using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Convolution of a batch with filters in the lanes, one sample after the other: for many channels, whose planes would not stay in the
/// caches. The same kernel gives the gradient of a convolution's input, which is a convolution with the kernel turned around.
/// </summary>
/// <param name="Geometry">The convolution that is computed: one group, no dilation.</param>
/// <param name="X">How its input stands.</param>
/// <param name="Y">How its output stands.</param>
/// <param name="Bias">Whether there is one.</param>
/// <param name="Activation">What is applied to the sums, or whose derivative they are multiplied with; null for neither.</param>
/// <param name="Gradient">Whether the output is the gradient of the input of the convolution whose kernel is given.</param>
/// <param name="Values">How the values stand from which the derivative is computed.</param>
internal sealed record LaneConvCells(
    ConvGeometry Geometry, LaneView X, LaneView Y, bool Bias, ActivationSpec? Activation, bool Gradient, LaneView Values) : Kernel
{
    // Outputs that share a pass over the weights.
    private const int PartOutputs = 48;

    // Cells whose distances stay in registers.
    private const int MostCells = 8;

    public override string Name => $"Lane{(Gradient ? "ConvInputGradientCells" : "ConvCells")}_{Geometry.Identifier}"
        + X.Suffix("x", Geometry.Height.In, Geometry.Width.In) + Y.Suffix("y", Geometry.Height.Out, Geometry.Width.Out)
        + (Bias || Gradient ? "" : "_NoBias")
        + (Activation is null ? "" : Gradient ? Values.Suffix("v", Geometry.Height.Out, Geometry.Width.Out) + "_of" + Activation.Identifier : "_" + Activation.Identifier);

    public override string Summary => Gradient
        ? $"Training, input gradient: convolution {Geometry} with a kernel turned around{(Activation is null ? "" : ", times the derivative of the " + Activation.Kind + " before it")}, channels in the lanes, one sample after the other."
        : $"Training, forward: convolution {Geometry}{(Activation is null ? "" : ", " + Activation.Kind)}, filters in the lanes, one sample after the other.";

    public override IEnumerable<string> Legend =>
    [
        Words.Planes("x", Geometry.Channels, Geometry.Height.In, Geometry.Width.In, X),
        Words.Planes("y", Geometry.Filters, Geometry.Height.Out, Geometry.Width.Out, Y),
        Gradient
            ? $"kernel: {Geometry.Height.Kernel} x {Geometry.Width.Kernel} x {Geometry.Filters} x {Geometry.Channels} (row, column, channel of y, channel of x)."
            : $"kernel: {Geometry.Height.Kernel} x {Geometry.Width.Kernel} x {Geometry.Channels} x {Geometry.Filters} (row, column, channel, filter).",
        "scratch: a thread's own: its filters packed, the input's cells of 16 samples, the sums of a block of filters.",
        Words.Groups,
    ];

    public override IReadOnlyList<KernelMethod> Methods =>
    [
        new(Gradient ? "Run" : "Forward",
        [
            "float* x", "float* kernel", .. Gradient ? Array.Empty<string>() : ["float* bias"], .. Gradient && Activation is not null ? ["float* values"] : Array.Empty<string>(), "float* y",
            .. !Gradient && Activation is not null ? ["bool activate"] : Array.Empty<string>(), "float* scratch", "int samples", "int groups", "int groupFloats", "Worker worker",
        ]),
    ];

    public override int ScratchFloats => checked((int)(WeightFloats + Cells.Floats + Level.All.Max(SumFloats)));

    private CellParts Cells => new(Geometry, PartOutputs);

    private int Taps => Geometry.Height.Kernel * Geometry.Width.Kernel;

    private long WeightFloats => (long)Taps * Geometry.Channels * Geometry.Filters;

    /// <summary>Whether a convolution has channels enough for this form to pay: the copies cost some numbers for each channel.</summary>
    public static bool Fits(ConvGeometry geometry) => geometry is { Groups: 1, Height.Dilation: 1, Width.Dilation: 1 }
        && geometry.Channels % Level.CellFloats == 0 && geometry.Filters % Level.CellFloats == 0
        && (long)geometry.Height.Kernel * geometry.Width.Kernel * geometry.Channels * geometry.Filters > 64L * (geometry.Channels + geometry.Filters);

    /// <summary>The convolution whose output is the gradient of the input; null where a stride would put zeros between the cells.</summary>
    public static ConvGeometry? Turned(ConvGeometry geometry) => geometry is { Height.Stride: 1, Width.Stride: 1 }
        ? new ConvGeometry(Turned(geometry.Height), Turned(geometry.Width), geometry.Filters, geometry.Channels, 1)
        : null;

    public override IEnumerable<string> Explain(Level level)
    {
        (int cells, int vectors) = Tile(level);
        yield return $"Tile: {Words.Count(cells, "cell")} x {Words.Count(vectors, "vector")} of filters = {Words.Count(cells * vectors, "vector")}, named y<cell>_<vector>.";
        yield return $"Order: groups of samples, parts of {Words.Count(Cells.Rows, "row")}, a thread's blocks of filters, samples, tiles, {Taps}x{Geometry.Channels} taps.";
        foreach (string remark in Words.Overhang(("tile of cells", Cells.Outputs, cells)))
        {
            yield return remark;
        }
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        int width = Width(level), block = Taps * Geometry.Channels * width;
        writer.Line($"Share share = worker.Share({Geometry.Filters / width});");
        writer.Line($"float* packed = scratch, cells = {Text.At("packed", WeightFloats)}, sums = {Text.At("cells", Cells.Floats)};");
        writer.Line(Cells.Window(X));
        writer.Line($"Pack(kernel, packed, share.From * {width}, share.To * {width});");
        writer.Line("for (int group = 0; group < groups; group++)");
        writer.Block(Text.For("part", Cells.Parts), () =>
        {
            writer.Line($"int count = Math.Min({Level.CellFloats}, samples - group * {Level.CellFloats}), firstRow = part * {Cells.Rows};");
            writer.Line(Cells.Gather("x + (nint)group * groupFloats", "cells", Text.Literal(Geometry.Channels)));
            writer.Block("for (int block = share.From; block < share.To; block++)", () =>
            {
                writer.Line($"int filter = block * {width};");
                writer.Line($"float* weights = packed + (block - share.From) * {Text.Literal(block)};");
                writer.Block(Text.For("sample", Level.CellFloats), () =>
                {
                    writer.Line($"float* target = {Text.At("sums", 0, ("sample", Cells.Outputs * width))};");
                    writer.Line("if (sample < count)");
                    writer.Indented(() => writer.Line($"Tiles({Text.At("cells", 0, ("sample", Cells.SampleFloats))}, weights, {(Bias ? "bias + filter, " : "")}target);"));
                    writer.Line("else");
                    writer.Indented(() => writer.Line($"new Span<float>(target, {Text.Literal(Cells.Outputs * width)}).Clear(); // no sample in this lane"));
                });
                WriteScatter(writer, level);
            });
        });
    }

    public override void WriteHelpers(SourceWriter writer, Level level)
    {
        WritePack(writer, level);
        WriteTiles(writer, level);
    }

    private static Axis Turned(Axis axis) => axis with { In = axis.Out, Out = axis.In, PadBefore = axis.Kernel - 1 - axis.PadBefore, PadAfter = 0 };

    private (int Cells, int Vectors) Tile(Level level)
    {
        int vectors = Geometry.Filters % (2 * level.Lanes) == 0 ? 2 : 1;
        return (TileChoice.OfCells(level, Cells.Outputs, vectors, 0, Math.Min(MostCells, level.Accumulators / vectors)).Tile.Cells, vectors);
    }

    // Blocks never overlap, because two threads would apply the activation to the same sums.
    private int Width(Level level) => Tile(level).Vectors * level.Lanes;

    private long SumFloats(Level level) => (long)Level.CellFloats * Cells.Outputs * Width(level);

    private void WritePack(SourceWriter writer, Level level)
    {
        int width = Width(level);
        writer.Line();
        writer.Line($"// Puts a thread's filters into blocks of {width}{(Gradient ? ", taps in reverse order" : "")}.");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void Pack(float* kernel, float* packed, int first, int end)", () =>
        {
            string tap = Gradient ? $"({Taps - 1} - tap)" : "tap";
            writer.Line($"for (int filter = first; filter < end; filter += {width})");
            writer.Line(Text.For("tap", Taps));
            writer.Block(Text.For("channel", Geometry.Channels), () =>
            {
                string from = Gradient
                    ? $"kernel[{Text.At("channel", 0, (tap, Geometry.Channels * Geometry.Filters), ("(filter + lane)", Geometry.Channels))}]"
                    : $"kernel[{Text.At("filter + lane", 0, ("tap", Geometry.Channels * Geometry.Filters), ("channel", Geometry.Filters))}]";
                writer.Line($"{Text.For("lane", width)} *packed++ = {from};");
            });
        });
    }

    private void WriteTiles(SourceWriter writer, Level level)
    {
        (int cells, int vectors) = Tile(level);
        int width = Width(level), columns = Geometry.Width.Out;
        long inputRow = (long)Geometry.Height.Stride * Cells.RowFloats, inputColumn = (long)Geometry.Width.Stride * Geometry.Channels;
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method($"private static void Tiles(float* input, float* weights, {(Bias ? "float* bias, " : "")}float* sums)", () =>
            writer.Block(Text.For("tile", Text.Tiles(Cells.Outputs, cells)), () =>
            {
                writer.Line($"int cell = {Text.TileStart("tile", Cells.Outputs, cells)}, row = cell / {columns}, column = cell % {columns};");
                writer.Line($"float* q = {Text.At("input", 0, ("row", inputRow), ("column", inputColumn))}, target = {Text.At("sums", 0, ("cell", width))};");
                for (int p = 1; p < cells; p++)
                {
                    writer.Line($"nint d{p} = {(p == 1 ? "" : $"d{p - 1} + ")}{inputColumn};");
                    writer.Line($"if (++column == {columns}) {{ column = 0; d{p} += {inputRow - (columns * inputColumn)}; }}");
                }

                for (int n = 0; n < vectors; n++)
                {
                    string start = Bias ? Text.Vector("bias", n * level.Lanes) : "V.Zero";
                    int vector = n;
                    writer.Lines(Text.Declare("V", Enumerable.Range(0, cells).Select(p => $"y{p}_{vector} = {(p == 0 ? start : $"y0_{vector}")}")));
                }

                writer.Lines(Text.Declare("V", Text.Numbered("w", vectors).Prepend("v")));
                writer.Line("float* k = weights;");
                new WindowLoops(Geometry.Height.Kernel, Geometry.Width.Kernel * Geometry.Channels, Cells.RowFloats, 1, width).Write(
                    writer, Unroll.Window, cells * vectors, "q", "k", (q, qo, k, ko) =>
                    {
                        writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(n => $"w{n} = {Text.Vector(k, ko + (n * level.Lanes))};")));
                        writer.Lines(Text.Flow(Enumerable.Range(0, cells).Select(p => $"v = Create({FlatCells.Value(q, qo, p)}); "
                            + string.Join(" ", Enumerable.Range(0, vectors).Select(n => level.Fma("v", $"w{n}", $"y{p}_{n}"))))));
                    });
                writer.Lines(Text.Flow(from p in Enumerable.Range(0, cells)
                                       from n in Enumerable.Range(0, vectors)
                                       select $"{Text.Vector("target", (p * width) + (n * level.Lanes))} = y{p}_{n};"));
            }));
    }

    private void WriteScatter(SourceWriter writer, Level level)
    {
        int width = Width(level), columns = Geometry.Width.Out;
        string At(string pointer, LaneView view) => Text.At($"{pointer} + (nint)group * groupFloats", 0, ("filter", view.PlaneFloats), ("firstRow", view.RowFloats));
        writer.Line($"float* output = {At("y", Y)};");
        writer.Line(Text.For("row", Cells.Rows));
        writer.Line(Text.For("column", columns));
        writer.Indented(() => writer.Line($"LaneTranspose.ToLanes({Text.At("sums", 0, ("row", columns * width), ("column", width))}, {Text.Literal(Cells.Outputs * width)}, {width}, {Text.At("output", 0, ("row", Y.RowFloats), ("column", Level.CellFloats))}, {Text.Literal(Y.PlaneFloats)});"));
        if (Activation is null)
        {
            return;
        }

        if (!Gradient)
        {
            writer.Line("if (!activate) continue;");
        }
        else
        {
            writer.Line($"float* known = {At("values", Values)};");
        }

        writer.Line(Text.For("plane", width));
        writer.Line(Text.For("row", Cells.Rows));
        writer.Block(Text.For("n", columns * Level.CellFloats, level.Lanes), () =>
        {
            string value = Text.Vector("output", 0, ("plane", Y.PlaneFloats), ("row", Y.RowFloats), ("n", 1));
            writer.Line($"V result = {value};");
            writer.Line($"{value} = {(Gradient ? Activation.Gradient("result", Text.Vector("known", 0, ("plane", Values.PlaneFloats), ("row", Values.RowFloats), ("n", 1))) : Activation.Apply("result"))};");
        });
    }
}
