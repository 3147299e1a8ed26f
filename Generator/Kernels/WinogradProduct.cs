using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>The matrix products of a Winograd convolution: at every point tiles x channels times channels x filters.</summary>
internal static class WinogradProduct
{
    // Channels written out in the loop at most, so that counting costs little beside their multiply-adds.
    private const int MostUnrolled = 4;

    public static void Write(SourceWriter writer, CellWinograd kernel, Level level)
    {
        (int rows, int vectors) = kernel.Product(level);
        int channels = kernel.Channels, unrolled = Enumerable.Range(1, MostUnrolled).Last(count => channels % count == 0), width = kernel.Width(level), blocks = kernel.Blocks(level);
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method("private static void Multiply(float* points, float* packed, float* products, int tiles, int firstItem, int endItem)", () =>
        {
            writer.Line("for (int item = firstItem; item < endItem; item++)");
            writer.Block($"for (int tile = 0; tile < tiles; tile += {rows})", () =>
            {
                string point = blocks == 1 ? "item" : "point";
                if (blocks > 1)
                {
                    writer.Line($"int point = item / {blocks}, filter = {Text.TileStart($"(item % {blocks})", kernel.Geometry.Filters, width)};");
                }

                for (int n = 0; n < vectors; n++)
                {
                    int vector = n;
                    writer.Lines(Text.Declare("V", Enumerable.Range(0, rows).Select(p => $"y{p}_{vector} = V.Zero")));
                }

                writer.Lines(Text.Declare("V", Text.Numbered("w", vectors).Prepend("v")));
                int tiles = Text.Tiles(kernel.Shared ? kernel.Tiles : kernel.BlockTiles, rows), lines = Text.Tiles(unrolled * width / Prefetching.LineFloats, tiles);
                int ahead = lines * Prefetching.LineFloats, steps = channels / unrolled;
                writer.Line($"float* q = {Text.At("points", 0, (point, kernel.PointFloats), ("tile", kernel.TilePitch))}, k = {Text.At("packed", 0, ("item", (long)channels * width))};");
                writer.Line($"float* next = {Text.At("k", (long)channels * width, ($"(tile / {rows})", (long)ahead * steps))}; // this tile's part of the next block of weights");
                writer.Block($"for (int channel = 0; channel < {channels}; channel += {unrolled}, q += {unrolled}, k += {Text.Literal(unrolled * width)}, next += {ahead})", () =>
                {
                    writer.Lines(Prefetching.Ahead("next", lines));
                    for (int c = 0; c < unrolled; c++)
                    {
                        int step = c;
                        writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(n => $"w{n} = {Text.Vector("k", (step * width) + (n * level.Lanes))};")));
                        writer.Lines(Text.Flow(Enumerable.Range(0, rows).Select(p =>
                            $"v = Create(q[{Text.Literal(step + (p * kernel.TilePitch))}]); "
                            + string.Join(" ", Enumerable.Range(0, vectors).Select(n => level.Fma("v", $"w{n}", $"y{p}_{n}"))))));
                    }
                });
                writer.Line($"float* target = {Text.At("products", 0, (point, kernel.ProductFloats), ("tile", kernel.ProductPitch), (blocks == 1 ? "" : "filter", 1))};");
                writer.Lines(Text.Flow(from p in Enumerable.Range(0, rows)
                                       from n in Enumerable.Range(0, vectors)
                                       select $"{Text.Vector("target", (p * kernel.ProductPitch) + (n * level.Lanes))} = y{p}_{n};"));
            });
        });
    }
}
