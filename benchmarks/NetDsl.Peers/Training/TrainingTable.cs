using System.Diagnostics;
using System.Globalization;
using NetDsl.Benchmarks;

namespace NetDsl.Peers;

/// <summary>Times training steps and prints a line for each kind, with the columns of <c>torch_training.py</c>.</summary>
internal sealed class TrainingTable(int threads, double seconds)
{
    private const int FewestSteps = 5;

    /// <summary>Everything that can be timed.</summary>
    public static IReadOnlyList<TrainingStep> All { get; } =
    [
        new NetworkTrainingStep<LeNet5>("lenet5", batch: 64),
        new LayerTrainingStep<Conv3x3Of64To64>("conv3x3-64-64-56", batch: 1),
        new LayerTrainingStep<Conv3x3Of64To64>("conv3x3-64-64-56", batch: 8),
        new NetworkTrainingStep<ResNet18>("resnet18", batch: 8),
    ];

    public void Run(IEnumerable<TrainingStep> steps)
    {
        Console.WriteLine(Text($"NetDsl, {threads} thread(s), {seconds:0.##} s each; FMA peak of one core {FmaPeak.GigaFlops():F1} GFLOP/s"));
        Console.WriteLine($"{"",-20}{"batch",8}{"best ms",12}{"median ms",12}{"samples/s",12}{"GFLOP/s",10}");
        foreach (TrainingStep step in steps)
        {
            Timing time = Time(step.Prepare(threads));
            double samples = step.Batch / time.Median;
            Console.WriteLine(Text(
                $"{step.Name,-20}{step.Batch,8}{time.Best * 1e3,12:F3}{time.Median * 1e3,12:F3}{samples,12:F1}{6e-9 * step.Multiplies * samples,10:F1}"));
        }
    }

    private Timing Time(Action step)
    {
        step();
        step();
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (times.Count < FewestSteps || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            long begin = Stopwatch.GetTimestamp();
            step();
            times.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }

        return Timing.Of(times);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
