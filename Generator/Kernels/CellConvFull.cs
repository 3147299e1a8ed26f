using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>A convolution without any loop: every tile of every row written out with literal addresses.</summary>
internal static class CellConvFull
{
    /// <summary>Vector multiply-adds of the whole layer at a level; above every limit where one output alone needs too many.</summary>
    public static long Cost(CellConv conv, Level level)
    {
        (int pixels, int vectors) = conv.Tile(level);
        long cost = (long)Tiles(conv, level) * pixels * vectors * conv.Taps;
        return conv.Taps > Statements.UnrollLimit ? Math.Max(cost, FullText.LayerLimit + 1L) : cost;
    }

    /// <summary>The tiles in order.</summary>
    public static IEnumerable<FullPiece> Pieces(SourceWriter writer, CellConv conv, Level level)
    {
        (int pixels, int vectors) = conv.Tile(level);
        return All(conv, level).Select(tile => new FullPiece((long)pixels * vectors * conv.Taps, () => WriteTile(writer, conv, level, tile)));
    }

    /// <summary>What every part begins with.</summary>
    public static string Prologue(CellConv conv, Level level) => conv.Activation is { InRegisters: false }
        ? $"V* sums = stackalloc V[{conv.Tile(level).Pixels * conv.Tile(level).Vectors}];"
        : "";

    private static void WriteTile(SourceWriter writer, CellConv conv, Level level, Tile tile)
    {
        ConvGeometry geometry = conv.Geometry;
        (int pixels, int vectors) = conv.Tile(level);
        int cell = geometry.Channels * geometry.Groups, width = conv.Width(level);
        writer.Line($"// Row {tile.Row}, columns {tile.Column} to {tile.Column + pixels - 1}, filters from {tile.Filter}.");
        conv.WriteSums(writer, level, pixels, vectors, "", tile.Filter);
        long weights = (long)tile.Block * conv.BlockFloats(level);
        for (int ky = 0; ky < geometry.Height.Kernel; ky++)
        {
            for (int kx = 0; kx < geometry.Width.Kernel; kx++)
            {
                long row = ((long)tile.Row * geometry.Height.Stride) + (ky * geometry.Height.Dilation) - geometry.Height.PadBefore;
                long column = ((long)tile.Column * geometry.Width.Stride) + (kx * geometry.Width.Dilation) - geometry.Width.PadBefore;
                for (int channel = 0; channel < geometry.Channels; channel++)
                {
                    long input = (((row * conv.XRow) + column) * cell) + (tile.Group * geometry.Channels) + channel;
                    conv.WriteTap(writer, level, pixels, vectors, "x", input, "packed", weights);
                    weights += width;
                }
            }
        }

        writer.Line($"float* target = {Text.At("y", ((((long)tile.Row * conv.Y.RowPitch) + tile.Column) * conv.Y.CellPitch) + tile.Filter)};");
        if (conv.Residual is { } residual)
        {
            writer.Line($"float* addend = {Text.At("residual", ((((long)tile.Row * residual.RowPitch) + tile.Column) * residual.CellPitch) + tile.Filter)};");
        }

        conv.WriteStores(writer, level, pixels, vectors);
    }

    private static int Tiles(CellConv conv, Level level) =>
        conv.Geometry.Groups * conv.Blocks(level) * conv.Geometry.Height.Out * Text.Tiles(conv.Geometry.Width.Out, conv.Tile(level).Pixels);

    private static IEnumerable<Tile> All(CellConv conv, Level level)
    {
        ConvGeometry geometry = conv.Geometry;
        int pixels = conv.Tile(level).Pixels, width = conv.Width(level), perGroup = conv.Blocks(level);
        for (int block = 0; block < perGroup * geometry.Groups; block++)
        {
            int group = block / perGroup;
            int filter = (group * geometry.GroupFilters) + Math.Max(0, Math.Min(block % perGroup * width, geometry.GroupFilters - width));
            for (int row = 0; row < geometry.Height.Out; row++)
            {
                for (int tile = 0; tile < Text.Tiles(geometry.Width.Out, pixels); tile++)
                {
                    yield return new Tile(block, group, filter, row, Math.Max(0, Math.Min(tile * pixels, geometry.Width.Out - pixels)));
                }
            }
        }
    }

    private readonly record struct Tile(int Block, int Group, int Filter, int Row, int Column);
}
