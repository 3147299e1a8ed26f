using System.Globalization;
using NetDsl;
using PictureClassification.Shapes;

namespace PictureClassification.Commands;

/// <summary>Trains, measures and saves.</summary>
internal static class TrainCommand
{
    public static int Run(TrainSettings settings, CancellationToken token)
    {
        var files = new RunFiles(settings.OutputFolder);
        files.CheckWritable();
        string folder = settings.DataFolder ?? files["shapes"];
        if (settings.DataFolder is null && !Directory.Exists(folder))
        {
            ShapeFolder.Draw(folder, settings.DrawnPictures, settings.Seed, token);
        }

        Pictures pictures = Pictures.Read(settings, folder, token);
        Console.WriteLine(SmallResNet.Summary);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            Pictures in {folder}: {pictures.Training.Count:N0} to learn from, {pictures.Validation.Count:N0} to measure on
            Classes: {string.Join(", ", pictures.Preprocessing.ClassNames)}
            Training: seed {settings.Seed}, batch {settings.Batch}, rate {settings.Rate}
            """));
        var network = new SmallResNet(settings.Seed);
        pictures.Preprocessing.Store(network.Parameters);
        TrainingHistory history = new Trainer<SmallResNet>(network, Options(settings, files)).Fit(pictures.Training, pictures.Validation, token);
        ClassificationReport report = ClassificationReport.Measure(network, pictures.Validation, token: token);
        Console.WriteLine();
        Console.WriteLine(ReportText.Table(report));
        Console.WriteLine();
        Console.WriteLine(DataWait(history, pictures.Training.Count));
        files.Save(network, history, report);
        new CheckpointFolder(files.Checkpoints).Clear();
        return 0;
    }

    private static TrainerOptions Options(TrainSettings settings, RunFiles files)
    {
        ILearningRateSchedule schedule = settings.Epochs > 1
            ? new WarmUpRate(new CosineRate(settings.Rate, settings.Epochs - 1), 1)
            : new ConstantRate(settings.Rate);
        return new TrainerOptions
        {
            Optimizer = new AdamW(schedule),
            BatchSize = settings.Batch,
            Epochs = settings.Epochs,
            Seed = settings.Seed,
            Threads = settings.Threads,
            Checkpoints = settings.Resume ? new CheckpointOptions { Folder = files.Checkpoints, Resume = true, Every = TimeSpan.FromMinutes(5) } : null,
            Progress = new ProgressGroup(
                new ConsoleProgress(),
                MetricsLog.Csv(files["epochs.csv"], append: settings.Resume),
                MetricsLog.JsonLines(files["epochs.jsonl"], append: settings.Resume)),
        };
    }

    private static string DataWait(TrainingHistory history, int pictures)
    {
        double training = history.Epochs.Sum(epoch => pictures / epoch.SamplesPerSecond);
        double waited = history.Epochs.Sum(epoch => epoch.DataWaitSeconds);
        return string.Create(
            CultureInfo.InvariantCulture, $"Waited for pictures {waited:0.0} of {training:0.0} s of training: {100 * waited / Math.Max(training, 1e-9):0.0}%");
    }
}
