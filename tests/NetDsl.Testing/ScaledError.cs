using Xunit;

namespace NetDsl.Testing;

/// <summary>
/// Agreement of single-precision results with double-precision ones: the largest difference over the results' natural
/// scale. Sums of a few thousand products round to about 1e-6 of it in any order; 2e-5 leaves room for long sums and
/// for kernels that transform their data, and stays far below what a wrong index causes.
/// </summary>
public static class ScaledError
{
    public const double Tolerance = 2e-5;

    /// <summary>
    /// Values here are near one, so results that all come out smaller than this have cancelled, and keep the rounding
    /// errors of what they were summed from.
    /// </summary>
    private const double SmallestScale = 0.01;

    public static void Within(double tolerance, string what, ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double scale)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {actual.Length} values instead of {expected.Length}");
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(expected[i] - actual[i]) / scale;
            Assert.True(error <= tolerance, $"{what}[{i}]: {actual[i]:R} instead of {expected[i]:R}, {error:E1} of {scale:G4}");
        }
    }

    /// <summary>Compares on the scale of the largest expected value.</summary>
    public static void Within(double tolerance, string what, ReadOnlySpan<double> expected, ReadOnlySpan<float> actual)
    {
        double scale = SmallestScale;
        foreach (double value in expected)
        {
            scale = Math.Max(scale, Math.Abs(value));
        }

        Within(tolerance, what, expected, actual, scale);
    }

    public static double[] Widen(float[] values) => Array.ConvertAll(values, value => (double)value);
}
