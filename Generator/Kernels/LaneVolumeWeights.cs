using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Gradient of the weights of a convolution over up to three dimensions, or of a transposed one. A thread owns the weights it
/// computes and sums over all samples in order, so the bits do not depend on the threads.
/// </summary>
/// <param name="Geometry">The convolution, or the one that runs the other way.</param>
/// <param name="X">How the planes under the windows stand: the input, or a transposed convolution's output gradient.</param>
/// <param name="Y">How the planes of windows stand: the output gradient, or a transposed convolution's input.</param>
internal sealed record LaneVolumeWeights(VolumeGeometry Geometry, LaneView X, LaneView Y) : Kernel
{
    public override string Name => $"LaneVolumeWeights_{Geometry.Identifier}"
        + X.Suffix("x", Geometry.Depth.In * Geometry.Height.In, Geometry.Width.In)
        + Y.Suffix("y", Geometry.Depth.Out * Geometry.Height.Out, Geometry.Width.Out);

    public override string Summary => $"Training, weight gradient: convolution {Geometry}, or the transposed one, 16 samples in the lanes of a cell.";

    public override IReadOnlyList<KernelMethod> Methods =>
        [new("Weights", "float* x", "float* y", "float* dw", "int groups", "int groupFloats", "Worker worker")];

    private Axis[] Axes => [Geometry.Depth, Geometry.Height, Geometry.Width];

    public override IEnumerable<string> Explain(Level level)
    {
        yield return $"Tile: 1 channel x {Words.Count(Tile(level), "filter")} of one tap, named g<filter>, summed over all samples and cells; lanes are added once, at the end.";
        yield return "Order: taps, channels and blocks of filters (an item of work is one of each), groups of samples, the cells that the tap hits.";
    }

    public override void WriteBody(SourceWriter writer, KernelMethod method, Level level)
    {
        int tile = Tile(level), blocks = Text.Tiles(Geometry.GroupFilters, tile) * Geometry.Groups, channels = Geometry.Channels;
        writer.Line($"Share share = worker.Share({Text.Literal((long)Geometry.Taps * channels * blocks)});");
        writer.Block("for (int item = share.From; item < share.To; item++)", () =>
        {
            if (blocks > 1)
            {
                writer.Line($"int block = item % {blocks};");
            }

            string rest = blocks == 1 ? "item" : $"item / {blocks}";
            writer.Line($"int channel = {(channels == 1 ? "0" : $"{rest} % {channels}")}, tap = {rest}{(channels == 1 ? "" : $" / {channels}")};");
            writer.Lines(blocks > 1 ? LaneBlocks.Start(Geometry.Groups, Geometry.GroupFilters, tile, "filter") : ["const int filter = 0; // one block holds all"]);
            string[] names = ["slice", "row", "column"];
            string[] taps =
            [
                $"tap / {Geometry.Height.Kernel * Geometry.Width.Kernel}", $"tap / {Geometry.Width.Kernel} % {Geometry.Height.Kernel}", $"tap % {Geometry.Width.Kernel}",
            ];
            for (int d = 0; d < names.Length; d++)
            {
                WriteRange(writer, names[d], taps[d], Axes[d]);
            }

            writer.Lines(Text.Declare("V", Enumerable.Range(0, tile).Select(j => $"g{j} = V.Zero")));
            writer.Line($"float* input = {Text.At("x", 0, ("channel", X.PlaneFloats), (Geometry.Groups > 1 ? "convGroup" : "", (long)channels * X.PlaneFloats))}, other = {Text.At("y", 0, ("filter", Y.PlaneFloats))};");
            writer.Line("for (int group = 0; group < groups; group++, input += groupFloats, other += groupFloats)");
            writer.Loops(names.Select((name, d) => Axes[d].Out == 1 && IsTrivial(Axes[d]) ? "" : $"for (int {name} = {name}First; {name} < {name}End; {name}++)"), () => WriteProducts(writer, level, tile));
            writer.Line($"float* target = {Text.At("dw", 0, ("tap", Geometry.TapFloats), ("channel", Geometry.Filters), ("filter", 1))};");
            writer.Lines(Text.Flow(Enumerable.Range(0, tile).Select(j => $"target[{j}] = Sum(g{j});")));
        });
    }

    private static bool IsTrivial(Axis axis) => axis is { In: 1, Out: 1, Kernel: 1, PadBefore: 0 };

    // The windows whose cell under this tap exists.
    private static void WriteRange(SourceWriter writer, string name, string tap, Axis axis)
    {
        if (IsTrivial(axis))
        {
            return;
        }

        string at = axis.Kernel == 1 ? "0" : axis.Dilation == 1 ? tap : $"{tap} * {axis.Dilation}";
        writer.Line($"int {name}Reach = {Text.At(at, -axis.PadBefore)};");
        string first = axis.Stride == 1 ? $"-{name}Reach" : $"({axis.Stride - 1} - {name}Reach) / {axis.Stride}";
        string end = axis.Stride == 1 ? $"{axis.In} - {name}Reach" : $"({axis.In + axis.Stride - 1} - {name}Reach) / {axis.Stride}";
        writer.Line($"int {name}First = Math.Max(0, {first}), {name}End = Math.Min({axis.Out}, {end});");
    }

    private void WriteProducts(SourceWriter writer, Level level, int tile)
    {
        string Cell(string name, Axis axis) => IsTrivial(axis) ? "" : axis.Stride == 1 ? $"({name} + {name}Reach)" : $"({name} * {axis.Stride} + {name}Reach)";
        string Window(string name, Axis axis) => IsTrivial(axis) ? "" : name;
        writer.Line($"float* q = {Text.At("input", 0, (Cell("slice", Geometry.Depth), (long)Geometry.Height.In * X.RowFloats), (Cell("row", Geometry.Height), X.RowFloats), (Cell("column", Geometry.Width), Level.CellFloats))};");
        writer.Line($"float* d = {Text.At("other", 0, (Window("slice", Geometry.Depth), (long)Geometry.Height.Out * Y.RowFloats), (Window("row", Geometry.Height), Y.RowFloats), (Window("column", Geometry.Width), Level.CellFloats))};");
        writer.Line("V v;");
        for (int n = 0; n < level.CellVectors; n++)
        {
            int lane = n * level.Lanes;
            writer.Lines(Text.Flow(Enumerable.Range(0, tile).Select(j => level.Fma("v", Text.Vector("d", ((long)j * Y.PlaneFloats) + lane), $"g{j}"))
                .Prepend($"v = {Text.Vector("q", lane)};")));
        }
    }

    private int Tile(Level level) => Text.Tiles(Geometry.GroupFilters, Text.Tiles(Geometry.GroupFilters, level.Accumulators));
}
