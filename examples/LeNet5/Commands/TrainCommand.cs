using System.Globalization;
using NetDsl;

namespace DigitRecognition.Commands;

/// <summary>Trains a network and, to compare it with, a linear classifier; tests both and saves what came out.</summary>
internal static class TrainCommand
{
    public static int Run<TNetwork>(TrainSettings settings, FirstLayer first, CancellationToken token)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        var files = new RunFiles(settings.OutputFolder);
        files.CheckWritable();
        DigitData data = Data(settings, token);
        Console.WriteLine(TNetwork.Summary);
        Console.WriteLine();
        Console.WriteLine($"Data: {data.Source}; {Count(data.Training)} to learn from, {Count(data.Test)} to test on");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Training: seed {settings.Seed}, batch {settings.Batch}, rate {settings.Rate}, momentum {settings.Momentum}"));

        var network = TNetwork.Create(settings.Seed);
        TrainerOptions options = settings.ToOptions(new ConsoleProgress()) with { Checkpoints = settings.Checkpoints };
        TrainingHistory history = Fit(network, data, settings, options, token);
        TrainingHistory linear = Fit(new LinearClassifier(settings.Seed), data, settings, settings.ToOptions(SilentProgress.Instance), token);
        Console.WriteLine();
        Console.WriteLine($"Right in the test: {typeof(TNetwork).Name} {Accuracy(history)}, a linear classifier {Accuracy(linear)}");
        Console.WriteLine();
        files.Save(network, first, history, data.Test);
        RunFiles.RemoveCheckpoints(settings.Checkpoints);
        return 0;
    }

    private static DigitData Data(TrainSettings settings, CancellationToken token)
    {
        if (settings.DataFolder is not { } folder)
        {
            return DigitData.Draw(settings.Seed, settings.DrawnDigits, token);
        }

        if (settings.Mirror is { } mirror)
        {
            MnistDownload.Run(folder, mirror, token);
        }

        return DigitData.Read(folder);
    }

    private static TrainingHistory Fit<TNetwork>(
        TNetwork network, DigitData data, TrainSettings settings, TrainerOptions options, CancellationToken token)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        if (settings.Threads > 0)
        {
            network.Threads = settings.Threads;
        }

        return new Trainer<TNetwork>(network, options).Fit(Digits(network, data, settings), data.Test, token);
    }

    // The linear classifier is there to compare with and sees the digits as they are.
    private static ILabeledDataset Digits(object network, DigitData data, TrainSettings settings) =>
        settings.Augment && network is not LinearClassifier ? data.Augmented(settings.Seed) : data.Training;

    private static string Count(LabeledSamples samples) => samples.Count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Accuracy(TrainingHistory history) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * history.Last?.ValidationAccuracy:0.00}%");
}
