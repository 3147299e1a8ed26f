namespace NetDsl.Generator.Kernels;

/// <summary>
/// Picks register tiles by a small model of a core: two multiply-adds and two loads a cycle, four cycles until a sum can be
/// added to again, and the work that overlapping last tiles do twice.
/// </summary>
internal static class TileChoice
{
    private const int LatencyCycles = 4;

    /// <summary>The best (first, second) tile of two dimensions.</summary>
    /// <param name="firstLength">Length of the dimension whose operands are vectors in memory.</param>
    /// <param name="firstVectors">Vectors that one step of it takes.</param>
    /// <param name="secondLength">Length of the dimension whose operands are broadcast or second vectors.</param>
    /// <param name="accumulators">Sums that fit beside the operands.</param>
    /// <param name="streamed">Whether every multiply-add loads its vector anew.</param>
    public static (int First, int Second) Best(int firstLength, int firstVectors, int secondLength, int accumulators, bool streamed = false)
    {
        (int First, int Second) best = (1, 1);
        double bestCycles = double.MaxValue;
        for (int first = 1; first <= firstLength && first * firstVectors <= accumulators; first++)
        {
            for (int second = 1; second <= secondLength && first * firstVectors * second <= accumulators; second++)
            {
                int sums = first * firstVectors * second, loads = (streamed ? sums : first * firstVectors) + second;
                double cycles = Math.Max(Math.Max(sums, loads) / 2.0, LatencyCycles);
                double total = (double)Text.Tiles(firstLength, first) * Text.Tiles(secondLength, second) * (cycles + 0.25);
                if (total < bestCycles)
                {
                    bestCycles = total;
                    best = (first, second);
                }
            }
        }

        return best;
    }
}
