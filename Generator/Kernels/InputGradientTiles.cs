using NetDsl;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>A run of tiles whose taps are the same, seen from the tile.</summary>
/// <param name="Column">First input column.</param>
/// <param name="Width">Columns of a tile.</param>
/// <param name="Count">Number of tiles.</param>
/// <param name="Interior">Whether every tap of the kernel hits the output.</param>
internal sealed record InputGradientTile(int Column, int Width, int Count, bool Interior);

/// <summary>How the columns of an input are cut for the gather of its gradient: each kind of tile has taps of its own.</summary>
/// <param name="Columns">Columns of a tile.</param>
/// <param name="Channels">Channels of a tile.</param>
/// <param name="Rolled">Whether taps are looped over and tested, column by column.</param>
/// <param name="Split">Whether each kind of tile needs a method of its own.</param>
/// <param name="All">The kinds of tile from left to right; none where rolled.</param>
internal sealed record InputGradientTiles(int Columns, int Channels, bool Rolled, bool Split, IReadOnlyList<InputGradientTile> All)
{
    public static InputGradientTiles Of(Axis axis, int channels, Level level, Unroll unroll)
    {
        int limit = level.Accumulators, unit = axis.Stride * level.CellVectors <= limit ? axis.Stride : 1;
        (int units, int tileChannels) = TileChoice.Best(Text.Tiles(axis.In, unit), unit * level.CellVectors, channels, limit, streamed: true);
        int columns = Math.Min(units * unit, axis.In);
        if (unroll == Unroll.Tile || axis.Kernel * columns * tileChannels * level.CellVectors > Statements.UnrollLimit)
        {
            return new InputGradientTiles(1, Math.Min(channels, limit / level.CellVectors), true, false, []);
        }

        var tiles = new List<InputGradientTile>();
        int statements = 0;
        for (int first = 0; first < axis.In; first += columns)
        {
            int width = Math.Min(columns, axis.In - first);

            // Only tiles as wide as a multiple of the stride see the same taps again.
            bool interior = columns % axis.Stride == 0 && width == columns && IsInterior(axis, first, width);
            if (interior && tiles.Count > 0 && tiles[tiles.Count - 1] is { Interior: true } last)
            {
                tiles[tiles.Count - 1] = last with { Count = last.Count + 1 };
                continue;
            }

            tiles.Add(new InputGradientTile(first, width, 1, interior));
            statements += Taps(axis, first, width).Count() * tileChannels * level.CellVectors;
        }

        return new InputGradientTiles(columns, tileChannels, false, statements > Statements.UnrollLimit, tiles);
    }

    /// <summary>From which outputs, by which kernel column, each of these input columns gets something.</summary>
    public static IEnumerable<(int Kx, int Column, int Out)> Taps(Axis axis, int first, int width)
    {
        for (int kx = 0; kx < axis.Kernel; kx++)
        {
            for (int column = first; column < first + width; column++)
            {
                int scaled = column + axis.PadBefore - (kx * axis.Dilation);
                if (scaled >= 0 && scaled % axis.Stride == 0 && scaled / axis.Stride < axis.Out)
                {
                    yield return (kx, column, scaled / axis.Stride);
                }
            }
        }
    }

    private static bool IsInterior(Axis axis, int first, int width)
    {
        for (int kx = 0; kx < axis.Kernel; kx++)
        {
            for (int column = first; column < first + width; column++)
            {
                int scaled = column + axis.PadBefore - (kx * axis.Dilation);
                if ((scaled < 0 || scaled >= axis.Out * axis.Stride) && scaled % axis.Stride == 0)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
