using System.Globalization;
using Sample.Networks;
using Xunit.Abstractions;

namespace NetDsl.Networks.Tests;

/// <summary>A training of many small steps holds no more memory at its end than at its beginning.</summary>
[Collection(AloneCollection.Name)]
public sealed class LongTrainingTests(ITestOutputHelper output) : IDisposable
{
    private const int Epochs = 20, Batch = 8, Parts = 10;

    private readonly string folder = Directory.CreateTempSubdirectory("netdsl-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // NETDSL_TEST_STEPS=1000000 is the long demonstration that docs/training.md describes.
    [Fact]
    public void Memory_is_flat()
    {
        int steps = int.Parse(Environment.GetEnvironmentVariable("NETDSL_TEST_STEPS") ?? "20000", CultureInfo.InvariantCulture);
        int stepsInEpoch = steps / Epochs, count = stepsInEpoch * Batch;
        var samples = new LabeledSamples(Samples.Draw(count * Normalized.InputLength), Samples.Labels(count, 3), 6, 6, 1, 3);
        var meter = new Meter(steps / Parts);
        var options = new TrainerOptions
        {
            BatchSize = Batch,
            Epochs = Epochs,
            Threads = 1,
            Optimizer = new AdamW(new CosineRate(0.01, Epochs, 0.001)),
            ClipNorm = 1,
            EmaDecay = 0.999,
            LabelSmoothing = 0.1,
            ValidateEverySteps = stepsInEpoch / 2,
            EarlyStopping = new EarlyStopping { Patience = int.MaxValue },
            Checkpoints = new CheckpointOptions { Folder = folder, EverySteps = 5 * stepsInEpoch, EveryEpochs = 0 },
            Callbacks = [meter],
        };
        TrainingHistory history = new Trainer<Normalized>(new Normalized(1), options).Fit(samples, samples.Slice(0, 64));
        meter.Readings.ForEach(reading => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"step {reading.Step,9:N0}: managed {reading.Managed / 1024.0,8:N0} KiB, process {reading.Resident / 1048576.0,6:N1} MiB")));
        Assert.Equal((steps, Parts), (history.Steps, meter.Readings.Count));
        (_, long managed, long resident) = meter.Readings[1];
        (_, long managedAtEnd, long residentAtEnd) = meter.Readings[^1];

        // The history grows with epochs and validations, which are few here whatever the steps; the runtime's own tables grow a little.
        Assert.InRange(managedAtEnd - managed, long.MinValue, 1 << 20);
        Assert.InRange(residentAtEnd - resident, long.MinValue, 16L << 20);
    }

    private sealed class Meter(int every) : TrainingCallback
    {
        public List<(long Step, long Managed, long Resident)> Readings { get; } = [];

        public override void Step(TrainingRun run, in StepResult result)
        {
            if (result.Step % every == 0)
            {
                long managed = GC.GetTotalMemory(forceFullCollection: true);
                Readings.Add((result.Step, managed, Environment.WorkingSet));
            }
        }
    }
}
