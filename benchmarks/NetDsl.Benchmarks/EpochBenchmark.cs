namespace NetDsl.Benchmarks;

/// <summary>
/// One epoch of LeNet-5 as the trainer's inner loop runs it: copy a batch, forward, backward, momentum step. The samples are
/// random, because speed does not depend on what they show.
/// </summary>
internal static class EpochBenchmark
{
    private const double MultiplyAddsAStep = 3.0 * LeNet5.Multiplies;

    public static void Run(int samples, int batch, int repeats)
    {
        double peak = FmaPeak.GigaFlops();
        Console.WriteLine($"FMA peak of one core: {peak:F1} GFLOP/s");
        var random = new Random(1);
        float[] data = [.. Enumerable.Range(0, Math.Min(samples, 10_000) * LeNet5.InputLength).Select(_ => random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, samples).Select(_ => random.Next(10))];
        foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            (double best, double median) = Measure.Seconds(repeats, Epoch(samples, batch, threads, data, labels));
            double share = 2 * MultiplyAddsAStep * samples / best / 1e9 / peak / threads;
            Console.WriteLine($"LeNet-5, {samples:N0} samples, batch {batch}, {threads} thread(s): best {best:F2} s, median {median:F2} s; "
                + $"{samples / best:N0} samples/s at best, {share:P0} of the FMA peak of {threads} core(s)");
        }
    }

    private static Action Epoch(int samples, int batch, int threads, float[] data, int[] labels)
    {
        var network = new LeNet5(seed: 1);
        var optimizer = new Sgd(0.01, momentum: 0.9);
        TrainingPass pass = network.CreateTrainingPass(batch, threads);
        var input = new float[batch * LeNet5.InputLength];
        int available = data.Length / LeNet5.InputLength;
        return () =>
        {
            for (int start = 0; start < samples; start += batch)
            {
                int count = Math.Min(batch, samples - start);
                for (int i = 0; i < count; i++)
                {
                    data.AsSpan((start + i) % available * LeNet5.InputLength, LeNet5.InputLength).CopyTo(input.AsSpan(i * LeNet5.InputLength));
                }

                pass.ForwardBackward(input.AsSpan(0, count * LeNet5.InputLength), labels.AsSpan(start, count));
                optimizer.Step(network.Parameters);
            }
        };
    }
}
