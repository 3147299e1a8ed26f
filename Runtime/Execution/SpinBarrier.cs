namespace NetDsl.Runtime;

/// <summary>A barrier for steps of microseconds.</summary>
internal sealed class SpinBarrier(int members)
{
    // Longer than the kernel needs to wake a helper: who parks here may be woken on the processor of the one it waits for.
    private const int SpinMicroseconds = 300;
    private readonly SpinSignal generation = new(SpinMicroseconds);
    private volatile bool broken;
    private int arrived;

    /// <summary>How often the members have met.</summary>
    public int Step => generation.Value;

    /// <summary>Releases everybody, now and later: a member has failed and will not come.</summary>
    public void Break()
    {
        broken = true;
        generation.Set(generation.Value + 1);
    }

    /// <exception cref="TeamBrokenException">Another member has failed.</exception>
    public void Wait()
    {
        int mine = generation.Value;
        if (broken)
        {
            throw new TeamBrokenException();
        }

        if (Interlocked.Increment(ref arrived) == members)
        {
            arrived = 0;
            generation.Set(mine + 1);
            return;
        }

        generation.WaitWhile(mine);
        if (broken)
        {
            throw new TeamBrokenException();
        }
    }
}
