using System.Globalization;

namespace NetDsl;

/// <summary>The checks of lengths that all data sets share.</summary>
internal static class SampleGeometry
{
    public static int Length(int height, int width, int channels)
    {
        long length = (long)height * width;
        bool fits = height > 0 && width > 0 && channels > 0 && length <= int.MaxValue / channels;
        return fits
            ? (int)length * channels
            : throw new ArgumentException($"A sample is {Shape(height, width, channels)}; every dimension must be "
                + $"at least 1 and the product at most {Text(int.MaxValue)}");
    }

    public static void CheckMultiple(string subject, int values, int height, int width, int channels)
    {
        int length = Length(height, width, channels);
        if (values % length != 0)
        {
            throw new ArgumentException(
                $"{subject} {Text(values)} values; expected a multiple of {Text(length)} ({Shape(height, width, channels)})");
        }
    }

    public static void CheckCount(int values, int count, int height, int width, int channels, string what)
    {
        CheckMultiple("The samples have", values, height, width, channels);
        int samples = values / Length(height, width, channels);
        if (samples != count)
        {
            throw new ArgumentException($"There are {Text(samples)} samples and {Text(count)} {what}; there must be as many of both");
        }
    }

    public static void CheckSlice(int start, int count, int available)
    {
        if (start < 0 || count < 0 || start > available - count)
        {
            throw new ArgumentOutOfRangeException(
                null, $"Samples {Text(start)} to {Text((long)start + count - 1)} are wanted; there are {Text(available)}");
        }
    }

    public static string Shape(int height, int width, int channels) => $"{Text(height)} x {Text(width)} x {Text(channels)}";

    /// <summary>Names of classes that have none.</summary>
    public static string[] Numbers(int classes) =>
        [.. Enumerable.Range(0, classes).Select(label => label.ToString(CultureInfo.InvariantCulture))];

    public static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
