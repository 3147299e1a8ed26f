using System.Globalization;

namespace NetDsl;

/// <summary>How numbers of a training are written, the same in a terminal and in a file.</summary>
internal static class ProgressText
{
    public static string Loss(double loss) => loss.ToString(loss is >= 0.001 or 0 ? "F4" : "0.00e+0", CultureInfo.InvariantCulture);

    public static string Percent(double part, int decimals = 2) =>
        (100 * part).ToString("F" + decimals, CultureInfo.InvariantCulture) + " %";

    public static string Rate(double samplesPerSecond) =>
        samplesPerSecond.ToString(samplesPerSecond >= 10 ? "N0" : "F2", CultureInfo.InvariantCulture) + " samples/s";

    public static string Duration(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Round(Math.Min(seconds, 3.6e9)));
        return time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
    }

    /// <summary>The line that a validation within an epoch leaves behind.</summary>
    public static string Line(ValidationResult result)
    {
        string accuracy = result.Accuracy is { } part ? $", validation accuracy {Percent(part)}" : "";
        return $"step {SampleGeometry.Text(result.Step)}: validation loss {Loss(result.Loss)}{accuracy}";
    }

    /// <summary>The line that an epoch leaves behind.</summary>
    public static string Line(EpochResult result, int epochs)
    {
        string accuracy = result.TrainAccuracy is { } trained ? $", accuracy {Percent(trained)}" : "";
        string validation = result.ValidationLoss is { } loss ? $", validation loss {Loss(loss)}" : "";
        string validationAccuracy = result.ValidationAccuracy is { } part ? $", validation accuracy {Percent(part)}" : "";
        string seconds = result.Seconds.ToString("F1", CultureInfo.InvariantCulture);
        return $"epoch {result.Epoch}/{epochs}: loss {Loss(result.TrainLoss)}{accuracy}{validation}{validationAccuracy}, "
            + $"{Rate(result.SamplesPerSecond)}, {seconds} s";
    }
}
