using System.Globalization;

namespace NetDsl;

/// <summary>Fields of a CSV file.</summary>
internal static class CsvText
{
    /// <summary>Text, in quotation marks where it needs them (RFC 4180, section 2).</summary>
    public static string Field(string text) => text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A number that reads back as the same one; empty where there is none.</summary>
    public static string Number(double? value) => value is { } number && !double.IsNaN(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";
}
