using System.Text;

namespace NetDsl;

/// <summary>Writes a line for every epoch into a file as soon as it is complete, for other tools to read.</summary>
public sealed class MetricsLog : ITrainingProgress
{
    private const string Header =
        "epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,learning_rate,seconds,samples_per_second";

    private readonly string path;
    private readonly bool append;
    private readonly bool isCsv;

    private MetricsLog(string path, bool append, bool isCsv) => (this.path, this.append, this.isCsv) = (path, append, isCsv);

    /// <summary>A CSV file (RFC 4180) whose first line names the columns.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="append">Keeps the lines of the epochs that a resumed training has done; otherwise the file is replaced.</param>
    public static MetricsLog Csv(string path, bool append = false) => new(path, append, isCsv: true);

    /// <summary>A file with an object of JSON on each line.</summary>
    /// <inheritdoc cref="Csv"/>
    public static MetricsLog JsonLines(string path, bool append = false) => new(path, append, isCsv: false);

    /// <inheritdoc/>
    public void Begin(TrainingPlan plan)
    {
        // What a process wrote after its last checkpoint, and perhaps not to the end of the line, is written again.
        int done = append && File.Exists(path) ? (int)plan.EpochsDone : 0;
        string[] head = isCsv ? [Header] : [];
        string[] lines = done > 0 ? [.. File.ReadLines(path).Take(head.Length + done)] : head;
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
    }

    /// <inheritdoc/>
    public void Step(in StepResult step)
    {
    }

    /// <inheritdoc/>
    public void BeginValidation()
    {
    }

    /// <inheritdoc/>
    public void EndEpoch(EpochResult result) => File.AppendAllText(path, (isCsv ? CsvLine(result) : JsonLine(result)) + "\n");

    /// <inheritdoc/>
    public void End()
    {
    }

    private static string CsvLine(EpochResult result) => string.Join(',', (string[])
    [
        CsvText.Number(result.Epoch),
        CsvText.Number(result.TrainLoss),
        CsvText.Number(result.TrainAccuracy),
        CsvText.Number(result.ValidationLoss),
        CsvText.Number(result.ValidationAccuracy),
        CsvText.Number(result.LearningRate),
        CsvText.Number(result.Seconds),
        CsvText.Number(result.SamplesPerSecond),
    ]);

    private static string JsonLine(EpochResult result) => JsonText.Line(json =>
    {
        json.Number("epoch", result.Epoch);
        json.Number("train_loss", result.TrainLoss);
        json.Number("train_accuracy", result.TrainAccuracy);
        json.Number("validation_loss", result.ValidationLoss);
        json.Number("validation_accuracy", result.ValidationAccuracy);
        json.Number("learning_rate", result.LearningRate);
        json.Number("seconds", result.Seconds);
        json.Number("samples_per_second", result.SamplesPerSecond);
    });
}
