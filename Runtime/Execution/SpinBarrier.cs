namespace NetDsl.Runtime;

/// <summary>
/// A barrier for steps of microseconds: members spin, because waking a parked thread takes longer than the step.
/// A member that waits for long (another thread has its core) gives up its time slice.
/// </summary>
internal sealed class SpinBarrier(int members)
{
    private const int SpinsBeforeYield = 4_000;
    private int arrived;
    private volatile int generation;
    private volatile bool broken;

    /// <summary>Releases everybody, now and later: a member has failed and will not come.</summary>
    public void Break() => broken = true;

    public void Wait()
    {
        int mine = generation;
        if (Interlocked.Increment(ref arrived) == members)
        {
            arrived = 0;
            generation = mine + 1;
            return;
        }

        for (int spins = 0; generation == mine && !broken; spins++)
        {
            if (spins < SpinsBeforeYield)
            {
                Thread.SpinWait(1);
            }
            else
            {
                Thread.Yield();
            }
        }

        if (broken)
        {
            throw new TeamBrokenException();
        }
    }
}
