using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>A pool without any loop: every window with the cells that it really has.</summary>
internal static class CellPoolFull
{
    /// <summary>Vector statements of the whole layer at a level.</summary>
    public static long Cost(CellPool pool, Level level) =>
        (long)pool.Height.Out * pool.Width.Out * pool.Height.Kernel * pool.Width.Kernel * Text.Tiles(pool.Channels, level.Lanes);

    /// <summary>The windows in order, channels within.</summary>
    public static IEnumerable<FullPiece> Pieces(SourceWriter writer, CellPool pool, Level level)
    {
        for (int row = 0; row < pool.Height.Out; row++)
        {
            for (int column = 0; column < pool.Width.Out; column++)
            {
                for (int channel = 0; channel < pool.Channels; channel += level.Lanes)
                {
                    int r = row, c = column, first = channel;
                    yield return new FullPiece(pool.Height.Kernel * pool.Width.Kernel, () => WriteWindow(writer, pool, level, r, c, first));
                }
            }
        }
    }

    private static void WriteWindow(SourceWriter writer, CellPool pool, Level level, int row, int column, int channel)
    {
        string[] cells = [.. from y in Real(pool.Height, row)
                             from x in Real(pool.Width, column)
                             select Text.Vector("x", ((((long)y * pool.XRow) + x) * pool.Channels) + channel)];
        writer.Line($"// Row {row}, column {column}, channels from {channel}.");
        writer.Line($"V result = {cells[0]};");
        writer.Lines(Text.Flow(cells.Skip(1).Select(cell => pool.Maximum ? $"result = Max(result, {cell});" : $"result += {cell};")));
        if (!pool.Maximum)
        {
            writer.Line($"result *= 1f / {cells.Length};");
        }

        long target = ((((long)row * pool.Y.RowPitch) + column) * pool.Y.CellPitch) + channel;
        writer.Lines(Tail.Store(level, "y", target, "result", pool.Channels - channel));
    }

    private static IEnumerable<int> Real(Axis axis, int index)
    {
        int start = (index * axis.Stride) - axis.PadBefore;
        return Enumerable.Range(start, axis.Kernel).Where(cell => cell >= 0 && cell < axis.In);
    }
}
