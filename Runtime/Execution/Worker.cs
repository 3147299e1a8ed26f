using System.Runtime.CompilerServices;

namespace NetDsl.Runtime;

/// <summary>One member of a team at work: says which items are its own, and waits for the others between steps.</summary>
public readonly struct Worker
{
    private readonly SpinBarrier? barrier;
    private readonly WorkBoard? board;

    internal Worker(int index, int count, SpinBarrier? barrier, WorkBoard? board)
    {
        Index = index;
        Count = count;
        this.barrier = barrier;
        this.board = board;
    }

    /// <summary>A team of one.</summary>
    public static Worker Alone => new(0, 1, null, null);

    /// <summary>Which member this is, from 0.</summary>
    public int Index { get; }

    /// <summary>How many members there are.</summary>
    public int Count { get; }

    /// <summary>This member's part of <paramref name="items"/> items; the parts are contiguous and cover all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Share Share(int items) => Count == 1
        ? new Share(0, items)
        : new Share((int)((long)items * Index / Count), (int)((long)items * (Index + 1) / Count));

    /// <summary>
    /// Shares of <paramref name="items"/> items, to be taken until none is left: for items that do not depend on who computes them. Between
    /// two barriers a team may share one set of items.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Shares Shares(int items) => new(board, Index, barrier?.Step ?? 0, items);

    /// <summary>Returns once every member has arrived here, so that the next step may read what this one wrote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Barrier() => barrier?.Wait();
}
