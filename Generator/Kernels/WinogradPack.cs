using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>The filters of a Winograd convolution as points, in the order in which the products read them.</summary>
internal static class WinogradPack
{
    public static void Write(SourceWriter writer, CellWinograd kernel, Level level)
    {
        (WinogradForm form, int taps, int stride) = (kernel.Form, kernel.Form.Taps, kernel.Form.Stride);
        int channels = kernel.Geometry.Channels, filters = kernel.Geometry.Filters, side = form.Side;
        int width = kernel.Width(level), blocks = kernel.Blocks(level);
        Place place = PlaceOf(kernel, level);
        string[] phases = stride == 1 ? [] : [Text.For("phaseRow", stride), Text.For("phaseColumn", stride)];
        writer.Loops([blocks == 1 ? "" : Text.For("block", blocks), .. phases, Text.For("channel", channels), Text.For("lane", width, level.Lanes)], () =>
        {
            (string, long) Row(long factor) => (stride == 1 ? "" : "phaseRow", factor);
            (string, long) Column(long factor) => (stride == 1 ? "" : "phaseColumn", factor);
            writer.Line($"int filter = {(blocks == 1 ? "lane" : $"{Text.TileStart("block", filters, width)} + lane")};");
            writer.Line($"float* from = {Text.At("kernel", 0, Row((long)kernel.Geometry.Width.Kernel * channels * filters), Column((long)channels * filters), ("channel", filters), ("filter", 1))};");
            writer.Line($"float* to = {Text.At("packed", 0, (blocks == 1 ? "" : "block", place.Block), Row(place.Channel * stride * channels), Column(place.Channel * channels), ("channel", place.Channel), ("lane", 1))};");
            if (kernel.Scaled)
            {
                writer.Line($"V factor = {Text.Vector("scale", 0, ("filter", 1))};");
            }

            for (int column = 0; column < taps; column++)
            {
                int x = column;
                writer.Lines(Text.Declare("V", Enumerable.Range(0, taps).Select(row => $"g{row}{x} = {Tap(kernel, row, x)}{(kernel.Scaled ? " * factor" : "")}")));
            }

            for (int column = 0; column < taps; column++)
            {
                int x = column;
                string[] points = WinogradTransform.Filter(side, [.. Enumerable.Range(0, taps).Select(row => $"g{row}{x}")]);
                writer.Lines(Text.Declare("V", points.Select((point, row) => $"t{row}{x} = {point}")));
            }

            for (int row = 0; row < side; row++)
            {
                int y = row;
                string[] points = WinogradTransform.Filter(side, [.. Enumerable.Range(0, taps).Select(column => $"t{y}{column}")]);
                writer.Lines(Text.Flow(points.Select((point, column) =>
                    $"{Text.Vector("to", (y * place.Row) + (column * place.Column))} = {point};")));
            }
        });
    }

    // Floats from one block, channel, row and column of points to the next.
    private static Place PlaceOf(CellWinograd kernel, Level level)
    {
        long width = kernel.Width(level), channels = kernel.Channels, side = kernel.Form.Side, point = kernel.Blocks(level) * channels * width;
        return kernel.Columns
            ? new Place(kernel.Form.Positions * channels * width, side * width, width, channels * side * width)
            : new Place(channels * width, width, side * point, point);
    }

    // The tap of the phase, or zero where it lies beyond the kernel.
    private static string Tap(CellWinograd kernel, int row, int column)
    {
        ConvGeometry geometry = kernel.Geometry;
        int stride = kernel.Form.Stride, size = geometry.Width.Kernel;
        string tap = Text.Vector("from", ((row * size) + column) * (long)stride * geometry.TapFloats);
        string[] within =
        [
            .. (row + 1) * stride > size ? [$"phaseRow < {size - (row * stride)}"] : Array.Empty<string>(),
            .. (column + 1) * stride > size ? [$"phaseColumn < {size - (column * stride)}"] : Array.Empty<string>(),
        ];
        return within.Length == 0 ? tap : $"({string.Join(" && ", within)} ? {tap} : V.Zero)";
    }

    private readonly record struct Place(long Block, long Channel, long Row, long Column);
}
