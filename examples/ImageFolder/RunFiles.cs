using NetDsl;

namespace PictureClassification;

/// <summary>The files of a run, in one folder.</summary>
internal sealed class RunFiles(string folder)
{
    public string Folder { get; } = folder;

    public string Weights => this["weights.safetensors"];

    public string Checkpoints => this["checkpoints"];

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Finds out before the training whether there will be a place for what it gives.</summary>
    public void CheckWritable()
    {
        AtomicFile.CreateFolder(Weights);
        AtomicFile.CheckWritable(Weights);
    }

    /// <summary>Writes weights, measures and pictures, and says where.</summary>
    public void Save(SmallResNet network, TrainingHistory history, ClassificationReport report)
    {
        network.Save(Weights);
        ReportText.WriteCsv(this["classes.csv"], report);
        ReportText.WriteJsonLines(this["classes.jsonl"], report);
        PngWriter.Write(this["training.png"], TrainingCurve.Draw(history));
        PngWriter.Write(this["confusion.png"], ConfusionMatrixPicture.Draw(report.Confusion));
        Console.WriteLine($"""
            Saved in {Path.GetFullPath(Folder)}:
              weights.safetensors        the weights, the statistics of the pictures and the names of the classes
              epochs.csv, epochs.jsonl   what every epoch gave
              classes.csv, classes.jsonl precision and recall of every class, and what it was taken for
              training.png               loss and accuracy over the epochs
              confusion.png              the confusion matrix
            """);
    }
}
