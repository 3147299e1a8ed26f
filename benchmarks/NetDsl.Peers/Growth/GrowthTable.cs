using System.Globalization;
using NetDsl.Benchmarks;

namespace NetDsl.Peers;

/// <summary>Times a convolution at growing sizes, prints a line for each, and keeps what a picture shows.</summary>
internal sealed class GrowthTable(int threads, double seconds)
{
    /// <summary>The largest FMA peak of one core that was seen, in GFLOP/s.</summary>
    public double Peak { get; private set; }

    /// <summary>GFLOP/s of the best slice, for every size of a series.</summary>
    public (int Size, double Speed)[] Run(GrowthSeries series)
    {
        Console.WriteLine(Text($"3x3 Same convolution, {series.Fixed}, {threads} thread(s), {seconds:0.##} s each"));
        Console.WriteLine($"{series.Name,-20}{"best us",14}{"median us",14}{"GFLOP/s",12}{"of peak",10}");
        return [.. series.Sizes.Select(size => (size.Size, Row(size.Size, size.Network, size.Batch)))];
    }

    private double Row(int size, Candidate network, int batch)
    {
        using Pairing pairing = network.Prepare(batch, threads, library: null);
        Peak = Math.Max(Peak, FmaPeak.GigaFlops());
        Timing time = Rounds.Run(pairing.Ours, theirs: null, seconds).Ours;
        double speed = 2e-9 * network.Multiplies * batch / time.Best;
        Console.WriteLine(Text($"{size,-20}{time.Best * 1e6,14:F1}{time.Median * 1e6,14:F1}{speed,12:F1}{speed / threads / Peak,10:P0}"));
        return speed;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
