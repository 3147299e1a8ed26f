using System.Globalization;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Report;

/// <summary>Pieces of a page.</summary>
internal static class Html
{
    /// <summary>Text as a page shows it. Characters that C# takes for a line's end become blanks: the page travels in comments.</summary>
    public static string Text(string text) => text
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;")
        .Replace('\r', ' ').Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');

    /// <summary>A coordinate.</summary>
    public static string At(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Bytes in the unit that one would say them in.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 10_000 => $"{Describe.Count(bytes)} B",
        < 10_000_000 => $"{Describe.Count((bytes + 512) / 1024)} KiB",
        _ => $"{Describe.Count((bytes + 524_288) / 1_048_576)} MiB",
    };

    public static string Count(long value) => value == 0 ? "" : Describe.Count(value);

    /// <summary>Where the table describes a layer.</summary>
    public static string Anchor(ShapedLayer layer) => $"layer-{layer.Name}";

    /// <summary>Where a kernel's source is shown.</summary>
    public static string Anchor(Kernel kernel) => $"source-{kernel.Name}";

    public static string Link(Kernel kernel) => $"<a href=\"#{Anchor(kernel)}\">{Text(kernel.Name)}</a>";
}
