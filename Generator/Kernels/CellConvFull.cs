using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// The form of a convolution without any loop: every tile of every row is written out with literal addresses, in methods that
/// stay below the statement limit.
/// </summary>
internal static class CellConvFull
{
    /// <summary>Multiply-adds that a layer may need in this form: beyond it text and JIT time grow to seconds.</summary>
    public const int LayerLimit = 20_000;

    /// <summary>Vector multiply-adds of the whole layer at a level.</summary>
    public static long Cost(CellConv conv, Level level)
    {
        (int pixels, int vectors) = conv.Tile(level);
        return (long)Tiles(conv, level) * pixels * vectors * Taps(conv);
    }

    /// <summary>Writes the calls of all parts.</summary>
    public static void Write(SourceWriter writer, CellConv conv, Level level)
    {
        writer.Line("if (worker.Index != 0) return; // straight-line code is for tiny networks, and one thread");
        for (int part = 0; part < Parts(conv, level).Count; part++)
        {
            writer.Line($"Part{part + 1}(x, packed, bias, y);");
        }
    }

    /// <summary>Writes the parts.</summary>
    public static void WriteParts(SourceWriter writer, CellConv conv, Level level)
    {
        List<List<Tile>> parts = Parts(conv, level);
        for (int part = 0; part < parts.Count; part++)
        {
            List<Tile> tiles = parts[part];
            writer.Line();
            writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
            writer.Block($"private static void Part{part + 1}(float* x, float* packed, float* bias, float* y)", () =>
            {
                if (conv.Activation is { InRegisters: false })
                {
                    writer.Line($"V* sums = stackalloc V[{conv.Tile(level).Pixels * conv.Tile(level).Vectors}];");
                }

                foreach (Tile tile in tiles)
                {
                    writer.Line("{");
                    writer.Indented(() => WriteTile(writer, conv, level, tile));
                    writer.Line("}");
                }
            });
        }
    }

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

        writer.Line($"float* target = {Text.At("y", ((((long)tile.Row * conv.YRow) + tile.Column) * geometry.Filters) + tile.Filter)};");
        conv.WriteStores(writer, level, pixels, vectors);
    }

    private static long Taps(CellConv conv) => (long)conv.Geometry.Height.Kernel * conv.Geometry.Width.Kernel * conv.Geometry.Channels;

    private static int Tiles(CellConv conv, Level level) =>
        conv.Geometry.Groups * conv.Blocks(level) * conv.Geometry.Height.Out * Text.Tiles(conv.Geometry.Width.Out, conv.Tile(level).Pixels);

    private static List<List<Tile>> Parts(CellConv conv, Level level)
    {
        (int pixels, int vectors) = conv.Tile(level);
        int perPart = (int)Math.Max(1, Statements.UnrollLimit / Math.Max(1, pixels * vectors * Taps(conv)));
        var parts = new List<List<Tile>>();
        foreach (Tile tile in All(conv, level))
        {
            if (parts.Count == 0 || parts[parts.Count - 1].Count == perPart)
            {
                parts.Add([]);
            }

            parts[parts.Count - 1].Add(tile);
        }

        return parts;
    }

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
