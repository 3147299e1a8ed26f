using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>The filters of a Winograd convolution as points, in the order in which the products read them.</summary>
internal static class WinogradPack
{
    public static void Write(SourceWriter writer, CellWinograd kernel, Level level)
    {
        int channels = kernel.Geometry.Channels, filters = kernel.Geometry.Filters, side = kernel.Side;
        int width = kernel.Width(level), blocks = kernel.Blocks(level);
        writer.Loops([blocks == 1 ? "" : Text.For("block", blocks), Text.For("channel", channels), Text.For("lane", width, level.Lanes)], () =>
        {
            writer.Line($"int filter = {(blocks == 1 ? "lane" : $"{Text.TileStart("block", filters, width)} + lane")};");
            writer.Line($"float* from = {Text.At("kernel", 0, ("channel", filters), ("filter", 1))}, to = {Text.At("packed", 0, (blocks == 1 ? "" : "block", (long)channels * width), ("channel", width), ("lane", 1))};");
            if (kernel.Scaled)
            {
                writer.Line($"V factor = {Text.Vector("scale", 0, ("filter", 1))};");
            }

            for (int column = 0; column < 3; column++)
            {
                int x = column;
                writer.Lines(Text.Declare("V", Enumerable.Range(0, 3).Select(row =>
                    $"g{row}{x} = {Text.Vector("from", ((row * 3L) + x) * channels * filters)}{(kernel.Scaled ? " * factor" : "")}")));
            }

            for (int column = 0; column < 3; column++)
            {
                int x = column;
                string[] points = WinogradTransform.Filter(kernel.Outputs, [.. Enumerable.Range(0, 3).Select(row => $"g{row}{x}")]);
                writer.Lines(Text.Declare("V", points.Select((point, row) => $"t{row}{x} = {point}")));
            }

            for (int row = 0; row < side; row++)
            {
                int y = row;
                string[] points = WinogradTransform.Filter(kernel.Outputs, [.. Enumerable.Range(0, 3).Select(column => $"t{y}{column}")]);
                writer.Lines(Text.Flow(points.Select((point, column) =>
                    $"{Text.Vector("to", ((y * side) + column) * (long)blocks * channels * width)} = {point};")));
            }
        });
    }
}
