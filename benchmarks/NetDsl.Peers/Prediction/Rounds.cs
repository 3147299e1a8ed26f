using System.Diagnostics;

namespace NetDsl.Peers;

/// <summary>
/// Times two actions against each other in short slices by turns, so that whatever else the machine does meets both alike. Which
/// one begins changes from round to round, and the first calls of a slice are not counted: they find the other's data in the caches.
/// </summary>
internal static class Rounds
{
    private const int Fewest = 8;
    private const double SliceSeconds = 2e-3;

    // Until threads are awake on cores of their own, at full clock, with their caches filled.
    private const double AfterRestSeconds = 10e-3;

    /// <param name="ours">One side.</param>
    /// <param name="theirs">The other, if there is one.</param>
    /// <param name="seconds">How long to go on.</param>
    /// <param name="rest">A rest before every slice, until threads of the other side no longer wait in a loop on the cores.</param>
    public static (Timing Ours, Timing? Theirs) Run(Action ours, Action? theirs, double seconds, TimeSpan rest = default)
    {
        List<double> our = [], their = [];
        int ourCalls = CallsOfASlice(ours), theirCalls = theirs is null ? 0 : CallsOfASlice(theirs);
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < Fewest || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; round++)
        {
            if (theirs is not null && round % 2 == 1)
            {
                their.Add(Slice(theirs, theirCalls, rest));
            }

            our.Add(Slice(ours, ourCalls, rest));
            if (theirs is not null && round % 2 == 0)
            {
                their.Add(Slice(theirs, theirCalls, rest));
            }
        }

        return (Timing.Of(our), theirs is null ? null : Timing.Of(their));
    }

    private static int CallsOfASlice(Action action)
    {
        action();
        double one = Time(action, 1);
        return (int)Math.Clamp(SliceSeconds / one, 1, 10_000);
    }

    private static double Slice(Action action, int calls, TimeSpan rest)
    {
        Thread.Sleep(rest);
        Warm(action, rest > TimeSpan.Zero ? AfterRestSeconds : SliceSeconds / 4);
        return Time(action, calls);
    }

    private static void Warm(Action action, double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            action();
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);
    }

    private static double Time(Action action, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }
}
