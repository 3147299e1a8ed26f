using System.Globalization;
using System.Text;

namespace NetDsl;

/// <summary>Writes a report for people, as CSV (RFC 4180) and as JSON lines.</summary>
public static class ReportText
{
    private const int LongestName = 24;

    /// <summary>A table for the console: the totals, then a line for each class.</summary>
    public static string Table(ClassificationReport report)
    {
        ConfusionMatrix confusion = report.Confusion;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"loss {ProgressText.Loss(report.Loss)}, accuracy {ProgressText.Percent(report.Accuracy)}, ");
        text.Append(CultureInfo.InvariantCulture, $"top-5 {ProgressText.Percent(report.Top5Accuracy)} of {confusion.Total:N0} samples\n");
        int width = Math.Clamp(confusion.ClassNames.Max(name => name.Length), 5, LongestName);
        text.Append(CultureInfo.InvariantCulture, $"{"class".PadRight(width)}  precision     recall         F1    samples");
        for (int label = 0; label < confusion.ClassNames.Count; label++)
        {
            string name = confusion.ClassNames[label];
            name = name.Length > width ? name[..width] : name;
            text.Append(CultureInfo.InvariantCulture, $"\n{name.PadRight(width)}  {Part(confusion.Precision(label))}  {Part(confusion.Recall(label))}  ");
            text.Append(CultureInfo.InvariantCulture, $"{Part(confusion.F1(label))}  {confusion.Support(label),9:N0}");
        }

        return text.ToString();
    }

    /// <summary>One line for each class: its name, precision, recall, F1, samples, and what they were taken for.</summary>
    /// <param name="path">The file; it appears whole or not at all.</param>
    /// <param name="report">What to write.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteCsv(string path, ClassificationReport report)
    {
        ConfusionMatrix confusion = report.Confusion;
        int classes = confusion.ClassNames.Count;
        IEnumerable<string> header = ["class", "precision", "recall", "f1", "samples", .. confusion.ClassNames.Select(name => $"predicted {name}")];
        IEnumerable<string> lines = Enumerable.Range(0, classes).Select(label => string.Join(',', (string[])
        [
            CsvText.Field(confusion.ClassNames[label]),
            CsvText.Number(confusion.Precision(label)),
            CsvText.Number(confusion.Recall(label)),
            CsvText.Number(confusion.F1(label)),
            CsvText.Number(confusion.Support(label)),
            .. Enumerable.Range(0, classes).Select(predicted => CsvText.Number(confusion[label, predicted])),
        ]));
        Write(path, lines.Prepend(string.Join(',', header.Select(CsvText.Field))));
    }

    /// <summary>A line with the totals, then one for each class, each an object of JSON.</summary>
    /// <inheritdoc cref="WriteCsv"/>
    public static void WriteJsonLines(string path, ClassificationReport report)
    {
        ConfusionMatrix confusion = report.Confusion;
        string totals = JsonText.Line(json =>
        {
            json.Number("loss", report.Loss);
            json.Number("accuracy", report.Accuracy);
            json.Number("top5_accuracy", report.Top5Accuracy);
            json.Number("samples", confusion.Total);
        });
        IEnumerable<string> classes = Enumerable.Range(0, confusion.ClassNames.Count).Select(label => JsonText.Line(json =>
        {
            json.WriteString("class", confusion.ClassNames[label]);
            json.Number("precision", confusion.Precision(label));
            json.Number("recall", confusion.Recall(label));
            json.Number("f1", confusion.F1(label));
            json.Number("samples", confusion.Support(label));
            json.WriteStartArray("predicted");
            for (int predicted = 0; predicted < confusion.ClassNames.Count; predicted++)
            {
                json.WriteNumberValue(confusion[label, predicted]);
            }

            json.WriteEndArray();
        }));
        Write(path, classes.Prepend(totals));
    }

    private static string Part(double part) => double.IsNaN(part) ? "        -" : ProgressText.Percent(part).PadLeft(9);

    private static void Write(string path, IEnumerable<string> lines) =>
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")));
}
