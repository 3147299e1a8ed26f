using System.Diagnostics;
using System.Globalization;

namespace NetDsl.Peers;

/// <summary>
/// This program once more, in a process of its own that does one thing and answers with numbers: what a process has compiled,
/// loaded or allocated before would change them.
/// </summary>
internal static class FreshProcess
{
    private const string Marker = "--fresh";

    /// <summary>Whether these are the arguments of such a process.</summary>
    public static bool IsMeant(string[] args) => args is [Marker, ..];

    /// <summary>Starts one and waits for its answer.</summary>
    public static double[] Ask(string task, params string[] arguments)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known");
        bool hosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string now = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
        string[] all = [.. hosted ? [typeof(FreshProcess).Assembly.Location] : Array.Empty<string>(), Marker, task, now, .. arguments];
        using Process process = Process.Start(new ProcessStartInfo(program, all) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start");
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
            : throw new IOException($"The process for {task} {string.Join(" ", arguments)} ended with {process.ExitCode}");
    }

    /// <summary>Does what was asked, in the fresh process.</summary>
    public static int Answer(string[] args)
    {
        // A system-wide clock: the other process has read the same one.
        double started = Stopwatch.GetElapsedTime(long.Parse(args[2], CultureInfo.InvariantCulture)).TotalSeconds;
        double[] numbers = args[1] switch
        {
            StartUp.Task => StartUp.Measure(args[3], started),
            StartUp.PeerTask => StartUp.MeasurePeer(args[3], args[4], started),
            Footprint.Task => Footprint.Measure(args[3]),
            _ => throw new ArgumentException($"There is no task {args[1]}"),
        };
        Console.WriteLine(string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))));
        return 0;
    }
}
