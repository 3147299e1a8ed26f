using System.Diagnostics;

namespace NetDsl.Runtime;

/// <summary>
/// A number that threads wait for to change: spinning at first, because waking a parked thread takes longer than a step of a
/// small network; then parked, so that on a busy machine a waiting thread leaves its core to the one it waits for.
/// </summary>
/// <param name="spinMicroseconds">How long to spin.</param>
internal sealed class SpinSignal(int spinMicroseconds)
{
    private const int SpinsBetweenLooks = 32;
    private readonly object parking = new();
    private readonly long spinTicks = spinMicroseconds * Stopwatch.Frequency / 1_000_000;
    private volatile int value;
    private volatile int parked;

    public int Value => value;

    public void Set(int next)
    {
        value = next;

        // Either the waiter sees the new value, or this thread sees the waiter.
        Interlocked.MemoryBarrier();
        if (parked != 0)
        {
            lock (parking)
            {
                Monitor.PulseAll(parking);
            }
        }
    }

    /// <summary>Returns once the value is no longer <paramref name="old"/>.</summary>
    public void WaitWhile(int old)
    {
        if (value != old || Spin(old))
        {
            return;
        }

        lock (parking)
        {
            parked++;
            Interlocked.MemoryBarrier();
            while (value == old)
            {
                Monitor.Wait(parking);
            }

            parked--;
        }
    }

    private bool Spin(int old)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            for (int spin = 0; spin < SpinsBetweenLooks; spin++)
            {
                if (value != old)
                {
                    return true;
                }

                Thread.SpinWait(1);
            }
        }
        while (Stopwatch.GetTimestamp() - start < spinTicks);
        return false;
    }
}
