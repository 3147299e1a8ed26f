namespace NetDsl.Peers;

/// <summary>Seconds of a call: the best slice, and the median over all.</summary>
internal sealed record Timing(double Best, double Median)
{
    public static Timing Of(List<double> seconds)
    {
        seconds.Sort();
        return new Timing(seconds[0], seconds[seconds.Count / 2]);
    }
}
