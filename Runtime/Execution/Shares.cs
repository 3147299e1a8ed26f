using System.Runtime.CompilerServices;

namespace NetDsl.Runtime;

/// <summary>The shares of a step that fall to one member of a team, for a <c>foreach</c>; see <see cref="Worker.Shares"/>.</summary>
public struct Shares
{
    private readonly WorkBoard? board;
    private readonly int member;
    private readonly int step;
    private readonly int items;
    private bool taken;

    internal Shares(WorkBoard? board, int member, int step, int items)
    {
        this.board = board;
        this.member = member;
        this.step = step;
        this.items = items;
    }

    /// <summary>The share to work on.</summary>
    public Share Current { get; private set; }

    /// <summary>The shares themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Shares GetEnumerator() => this;

    /// <summary>Takes the next share; false when the step has none left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (board is not null)
        {
            bool found = board.Take(member, step, items, out Share share);
            Current = share;
            return found;
        }

        if (taken)
        {
            return false;
        }

        taken = true;
        Current = new Share(0, items);
        return true;
    }
}
