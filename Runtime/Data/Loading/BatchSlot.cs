using System.Runtime.ExceptionServices;

namespace NetDsl;

/// <summary>The memory of one batch that a loader fills.</summary>
internal sealed class BatchSlot(int floats)
{
    private int faultPosition;

    public float[] Inputs { get; } = new float[floats];

    /// <summary>Samples still to be made.</summary>
    public int Missing { get; private set; }

    /// <summary>Why a sample could not be made; of several, that of the first in the order.</summary>
    public ExceptionDispatchInfo? Fault { get; private set; }

    /// <summary>Makes room for a batch of some samples.</summary>
    public void Begin(int count) => (Missing, Fault) = (count, null);

    /// <summary>Notes that samples were made, or that one of them could not be.</summary>
    public void Finish(int count, int position, ExceptionDispatchInfo? fault)
    {
        Missing -= count;
        if (fault is not null && (Fault is null || position < faultPosition))
        {
            (Fault, faultPosition) = (fault, position);
        }
    }
}
