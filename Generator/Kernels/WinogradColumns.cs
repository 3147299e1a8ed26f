using NetDsl.Generator.Emit;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// The products of a Winograd convolution of few channels. A sum has so few terms that storing it would cost as much as they do, so the
/// sums of a column of points stay in registers until the first half of the way back has made a column of outputs of them.
/// </summary>
internal static class WinogradColumns
{
    // A vector of filters reads its weights for all points again with every step, from the first cache.
    private const int FirstCacheBytes = 28_672;

    /// <summary>Whether the weights of a vector of filters stay in the first cache.</summary>
    public static bool Wanted(WinogradForm form, int channels) =>
        (form.Stride * channels) % Level.CellFloats != 0 && (long)form.Positions * form.Channels(channels) * Level.V512.Bits / 8 <= FirstCacheBytes;

    /// <summary>Tiles that a step computes side by side: as many as leave their sums in registers.</summary>
    public static int Tiles(WinogradForm form, Level level, int tiles) => Enumerable.Range(1, Math.Max(1, level.Accumulators / form.Side))
        .OrderBy(count => Text.Tiles(tiles, count) * (count + 0.5)).ThenByDescending(count => count).First();

    /// <summary>Floats that a vector of filters keeps of a tile: its points' columns, as columns of outputs.</summary>
    public static int SumFloats(WinogradForm form, Level level) => form.Side * form.Outputs * level.Lanes;

    /// <summary>Writes <c>Multiply</c>, for one vector of filters.</summary>
    public static void Write(SourceWriter writer, CellWinograd kernel, Level level)
    {
        WinogradForm form = kernel.Form;
        int side = form.Side, tiles = Tiles(form, level, kernel.BlockTiles), channels = kernel.Channels;
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Method($"private static void Multiply(float* points, float* packed, float* products, {(kernel.AsksForLines ? "float* y, int firstTile, " : "")}int tiles)", () =>
        {
            writer.Lines(WinogradTransform.OutputFactors(form.Outputs, side));
            writer.Block($"for (int tile = 0; tile < tiles; tile += {tiles})", () =>
            {
                if (kernel.AsksForLines)
                {
                    WriteHints(writer, kernel, level, tiles);
                }

                writer.Line($"float* corner = {Text.At("points", 0, ("tile", kernel.TilePitch))}, k = packed, to = {Text.At("products", 0, ("tile", SumFloats(form, level)))};");
                writer.Block($"for (int column = 0; column < {side}; column++, corner += {Text.Literal(kernel.PointFloats)}, to += {form.Outputs * level.Lanes})", () =>
                {
                    for (int t = 0; t < tiles; t++)
                    {
                        int p = t;
                        writer.Lines(Text.Declare("V", Enumerable.Range(0, side).Select(row => $"y{p}_{row} = V.Zero")));
                    }

                    writer.Line("float* q = corner;");
                    writer.Block($"for (int channel = 0; channel < {channels}; channel++, q++, k += {side * level.Lanes})", () => WriteStep(writer, kernel, level, tiles));
                    for (int t = 0; t < tiles; t++)
                    {
                        int p = t;
                        string[] sums = WinogradTransform.Output(level, form.Outputs, [.. Enumerable.Range(0, side).Select(row => $"y{p}_{row}")]);
                        writer.Lines(sums.Select((sum, row) => $"{Text.Vector("to", (p * SumFloats(form, level)) + (row * level.Lanes))} = {sum};"));
                    }
                });
            });
        });
    }

    // The products give the lines time to arrive.
    private static void WriteHints(SourceWriter writer, CellWinograd kernel, Level level, int tiles) =>
        writer.Block($"for (int next = firstTile + tile; next < firstTile + tile + {tiles}; next++)", () =>
        {
            writer.Line($"int row = next / {kernel.TileColumns}, column = next % {kernel.TileColumns};");
            writer.Line($"float* line = {CellWinograd.Corner("y", kernel.Form.Outputs, kernel.Y, 0, 0)};");
            WinogradTiles.WriteHints(writer, kernel, level.Lanes);
        });

    private static void WriteStep(SourceWriter writer, CellWinograd kernel, Level level, int tiles)
    {
        writer.Line("V w;");
        for (int row = 0; row < kernel.Form.Side; row++)
        {
            int r = row;
            writer.Line($"w = {Text.Vector("k", r * level.Lanes)};");
            writer.Lines(Text.Flow(Enumerable.Range(0, tiles).Select(p =>
                level.Fma($"Create(q[{Text.Literal((r * kernel.Form.Side * kernel.PointFloats) + (p * kernel.TilePitch))}])", "w", $"y{p}_{r}"))));
        }
    }
}
