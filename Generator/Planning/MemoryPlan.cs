namespace NetDsl.Generator.Planning;

/// <summary>A piece of memory with a lifetime in steps, both ends included.</summary>
internal readonly record struct Lifetime(long Size, int First, int Last)
{
    public bool Meets(Lifetime other) => First <= other.Last && other.First <= Last;
}

/// <summary>Places buffers in one arena so that those whose lifetimes do not meet share space: largest first, lowest gap that fits.</summary>
internal static class MemoryPlan
{
    /// <summary>An offset for every buffer, multiples of <paramref name="alignment"/>, and the arena's size.</summary>
    public static (long[] Offsets, long Size) Place(IReadOnlyList<Lifetime> buffers, int alignment)
    {
        var offsets = new long[buffers.Count];
        var placed = new List<int>();
        long total = 0;
        foreach (int buffer in Enumerable.Range(0, buffers.Count).OrderByDescending(i => buffers[i].Size).ThenBy(i => i))
        {
            long offset = 0;
            foreach (int other in placed.Where(i => buffers[i].Meets(buffers[buffer])).OrderBy(i => offsets[i]))
            {
                if (offsets[other] >= offset + buffers[buffer].Size)
                {
                    break;
                }

                offset = Math.Max(offset, RoundUp(offsets[other] + buffers[other].Size, alignment));
            }

            offsets[buffer] = offset;
            placed.Add(buffer);
            total = Math.Max(total, RoundUp(offset + buffers[buffer].Size, alignment));
        }

        return (offsets, total);
    }

    public static long RoundUp(long value, int alignment) => (value + alignment - 1) / alignment * alignment;
}
