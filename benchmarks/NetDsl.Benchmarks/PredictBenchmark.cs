namespace NetDsl.Benchmarks;

/// <summary>One prediction of LeNet-5 on one thread, and the time until the first.</summary>
internal static class PredictBenchmark
{
    private const int Calls = 10_000;

    public static void Run()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var network = new LeNet5(seed: 1) { Threads = 1 };
        float[] input = [.. Enumerable.Range(0, LeNet5.InputLength).Select(i => MathF.Sin(i))];
        var output = new float[LeNet5.OutputLength];
        network.Predict(input, output);
        Console.WriteLine($"First prediction, compilation included: {watch.Elapsed.TotalMilliseconds:F0} ms");
        double peak = FmaPeak.GigaFlops();
        (double best, double median) = Measure.Seconds(15, () =>
        {
            for (int call = 0; call < Calls; call++)
            {
                network.Predict(input, output);
            }
        });
        double share = 2.0 * LeNet5.Multiplies * Calls / best / 1e9 / peak;
        Console.WriteLine($"LeNet-5, batch 1, 1 thread: best {best / Calls * 1e6:F2} us, median {median / Calls * 1e6:F2} us, {share:P0} of the FMA peak ({peak:F1} GFLOP/s)");
    }
}
