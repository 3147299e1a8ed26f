using System.Runtime.CompilerServices;

namespace NetDsl.Runtime;

/// <summary>
/// What is left of a step's items, for each member of a team: its own contiguous part, of which it takes from the front and the
/// others, once they have finished theirs, from the back. A member that comes late or is interrupted holds nobody up, and as
/// long as none is, all work where they worked in the step before, whose values are in their caches.
/// </summary>
internal sealed class WorkBoard(int members)
{
    // A part is step, first and end in one number, so that one exchange takes from it: 32, 16 and 16 bits.
    private const int Bits = 16;
    private const long Mask = (1L << Bits) - 1;

    // Two cache lines for each member, because processors fetch lines in pairs.
    private const int Pitch = 16;
    private readonly long[] parts = new long[(members + 1) * Pitch];

    /// <summary>Forgets all steps before <paramref name="step"/>: to be called while no member works.</summary>
    public void Clear(int step) => Array.Fill(parts, Part(unchecked(step - 1), 0, 0));

    /// <summary>Takes some items for a member; false when the step has none left.</summary>
    /// <param name="member">Who takes.</param>
    /// <param name="step">The step's number, the same for all members.</param>
    /// <param name="items">How many items the step has.</param>
    /// <param name="share">What was taken.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Take(int member, int step, int items, out Share share)
    {
        int unit = (int)((items + Mask - 1) / Mask), units = unit <= 1 ? items : ((items - 1) / unit) + 1;
        for (int other = 0; other < members; other++)
        {
            int owner = (member + other) % members;
            if (TakeFrom(owner, owner == member, step, units, out int from, out int to))
            {
                share = unit <= 1 ? new Share(from, to) : new Share(from * unit, (int)Math.Min((long)to * unit, items));
                return true;
            }
        }

        share = default;
        return false;
    }

    private bool TakeFrom(int owner, bool own, int step, int units, out int from, out int to)
    {
        ref long part = ref parts[(owner + 1) * Pitch];
        long seen = Volatile.Read(ref part);
        while (true)
        {
            (from, to) = seen >> (2 * Bits) == step
                ? ((int)((seen >> Bits) & Mask), (int)(seen & Mask))
                : ((int)((long)units * owner / members), (int)((long)units * (owner + 1) / members));
            if (from >= to)
            {
                return false;
            }

            // Ever smaller pieces, so that the last ones end at almost the same time.
            int left = to - from, taken = own ? (left + 3) / 4 : (left + 1) / 2;
            long rest = own ? Part(step, from + taken, to) : Part(step, from, to - taken);
            long found = Interlocked.CompareExchange(ref part, rest, seen);
            if (found == seen)
            {
                (from, to) = own ? (from, from + taken) : (to - taken, to);
                return true;
            }

            seen = found;
        }
    }

    private static long Part(int step, int from, int to) => ((long)step << (2 * Bits)) | ((long)from << Bits) | (uint)to;
}
