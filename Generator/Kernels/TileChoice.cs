namespace NetDsl.Generator.Kernels;

/// <summary>
/// Picks register tiles by a small model of a core: two multiply-adds and two loads a cycle, four cycles until a sum can be
/// added to again, operands that exceed the first cache at 16 bytes a cycle, and the work that overlapping last tiles do twice.
/// </summary>
internal static class TileChoice
{
    private const int LatencyCycles = 4;
    private const int SecondCacheBytesPerCycle = 16;

    // Half of a first cache of 32 KB: the other operand and the results want some of it.
    private const int FirstCacheBytes = 16_384;

    /// <summary>The best (first, second) tile of two dimensions.</summary>
    /// <param name="firstLength">Length of the dimension whose operands are vectors in memory.</param>
    /// <param name="firstVectors">Vectors that one step of it takes.</param>
    /// <param name="secondLength">Length of the dimension whose operands are broadcast or second vectors.</param>
    /// <param name="accumulators">Sums that fit beside the operands.</param>
    /// <param name="streamed">Whether every multiply-add loads its vector anew.</param>
    public static (int First, int Second) Best(int firstLength, int firstVectors, int secondLength, int accumulators, bool streamed = false) =>
        Best(firstLength, firstVectors, secondLength, accumulators, streamed, _ => 0).Tile;

    /// <summary>
    /// The best tile of cells and vectors of filters for one sample: a cell's value is broadcast, and the vectors of weights stay in
    /// registers while all cells use them.
    /// </summary>
    /// <param name="level">The instruction level.</param>
    /// <param name="cells">Cells in a row of tiles.</param>
    /// <param name="vectors">Vectors of filters.</param>
    /// <param name="terms">Products of a sum, whose weights every tile reads again.</param>
    /// <param name="most">Cells that a tile may have.</param>
    /// <returns>The tile, and the model's cycles for one product of every sum.</returns>
    public static ((int Cells, int Vectors) Tile, double Cycles) OfCells(Level level, int cells, int vectors, long terms, int most = int.MaxValue)
    {
        int bytes = level.Bits / 8;
        double Far(int second) => terms * second * bytes > FirstCacheBytes ? (double)second * bytes / SecondCacheBytesPerCycle : 0;
        return Best(cells, 1, vectors, level.Accumulators, false, Far, level.Registers, most);
    }

    private static ((int First, int Second) Tile, double Cycles) Best(
        int firstLength, int firstVectors, int secondLength, int accumulators, bool streamed, Func<int, double> far, int registers = int.MaxValue, int most = int.MaxValue)
    {
        (int First, int Second) best = (1, 1);
        double bestCycles = double.MaxValue;
        for (int first = 1; first <= Math.Min(firstLength, most) && first * firstVectors <= accumulators; first++)
        {
            for (int second = 1; second <= secondLength && first * firstVectors * second <= accumulators && (first * second) + second < registers; second++)
            {
                int sums = first * firstVectors * second, loads = (streamed ? sums : first * firstVectors) + second;
                double cycles = Math.Max(Math.Max(Math.Max(sums, loads) / 2.0, LatencyCycles), far(second));
                double total = (double)Text.Tiles(firstLength, first) * Text.Tiles(secondLength, second) * (cycles + 0.25);
                if (total < bestCycles)
                {
                    bestCycles = total;
                    best = (first, second);
                }
            }
        }

        return (best, bestCycles);
    }
}
