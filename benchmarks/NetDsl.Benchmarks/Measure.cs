using System.Diagnostics;

namespace NetDsl.Benchmarks;

/// <summary>Times an action over and over: the best run and the median, in seconds.</summary>
internal static class Measure
{
    public static (double Best, double Median) Seconds(int runs, Action action)
    {
        action();
        var times = new double[runs];
        for (int run = 0; run < runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            times[run] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(times);
        return (times[0], times[runs / 2]);
    }
}
