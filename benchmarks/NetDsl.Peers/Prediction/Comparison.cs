using System.Globalization;
using NetDsl.Benchmarks;
using NetDsl.Peers.OnnxRuntime;

namespace NetDsl.Peers;

/// <summary>Times candidates one after the other and prints a line for each, as soon as it is known.</summary>
internal sealed class Comparison(int threads, int batch, double seconds, OnnxRuntimeApi? library)
{
    /// <summary>
    /// The largest difference of outputs, over their largest value, that rounding explains: fast convolutions lose some 1e-4 in a
    /// layer. An exchanged weight makes it 0.1 and more.
    /// </summary>
    private const double Tolerance = 2e-3;

    // Idle threads of ONNX Runtime wait in a loop for some milliseconds, ours for less than one: neither should take the other's cores.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    private double peak;

    /// <summary>How many candidates' outputs did not agree.</summary>
    public int Run(IEnumerable<Candidate> candidates)
    {
        Console.WriteLine(library is null
            ? "Without ONNX Runtime; --onnxruntime PATH/libonnxruntime.so.1 compares with it."
            : $"ONNX Runtime {library.Version}, in this process, by turns with NetDsl.");
        Console.WriteLine(Text($"Batch {batch}, {threads} thread(s), {seconds:0.##} s each; microseconds of a call. The share of the FMA peak of {threads} core(s)"));
        Console.WriteLine("is that of our best, the peak measured before and after each line, the larger one; the ratio is ORT's median over ours.");
        Line("", "our best", "median", "ORT best", "median", "ratio", "GFLOP/s", "of peak", "difference");
        peak = FmaPeak.GigaFlops();
        int different = 0;
        foreach (Candidate candidate in candidates)
        {
            different += Row(candidate) ? 0 : 1;
        }

        return different;
    }

    private bool Row(Candidate candidate)
    {
        using Pairing pairing = candidate.Prepare(batch, threads, library);
        double? difference = pairing.Difference();
        string shown = difference is { } found ? Text($"{found:0.0E0}") : "";
        if (difference is not (null or <= Tolerance))
        {
            Line(candidate.Name, "", "", "", "", "", "", "", shown);
            Console.WriteLine($"{candidate.Name}: outputs differ by {shown} of the largest value, more than {Tolerance}; not timed");
            return false;
        }

        (Timing ours, Timing? theirs) = Rounds.Run(pairing.Ours, pairing.Theirs, seconds, threads > 1 ? Rest : default);
        double before = peak;
        peak = FmaPeak.GigaFlops();
        double speed = 2.0 * candidate.Multiplies * batch / ours.Best / 1e9;
        Line(
            candidate.Name,
            Microseconds(ours.Best),
            Microseconds(ours.Median),
            Microseconds(theirs?.Best),
            Microseconds(theirs?.Median),
            theirs is null ? "" : Text($"{theirs.Median / ours.Median:F2}"),
            Text($"{speed:F1}"),
            Text($"{speed / threads / Math.Max(before, peak):P0}"),
            shown);
        return true;
    }

    private static void Line(string name, params string[] cells) =>
        Console.WriteLine($"{name,-24}{string.Concat(cells.Select(cell => cell.PadLeft(12)))}");

    private static string Microseconds(double? seconds) => seconds is { } value ? Text($"{value * 1e6:F2}") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
