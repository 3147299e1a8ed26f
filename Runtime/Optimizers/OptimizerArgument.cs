using System.Globalization;

namespace NetDsl;

/// <summary>The checks that optimisers and schedules share.</summary>
internal static class OptimizerArgument
{
    public static double Positive(double value, string what) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(null, string.Create(
            CultureInfo.InvariantCulture, $"{what} is {value}; it must be above 0 and finite"));

    public static double NotNegative(double value, string what) => double.IsFinite(value) && value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(null, string.Create(
            CultureInfo.InvariantCulture, $"{what} is {value}; it must be at least 0 and finite"));

    public static int Epochs(int value, string what) => AtLeastOne(value, what, "epochs");

    public static int AtLeastOne(int value, string what, string unit) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(null, string.Create(
            CultureInfo.InvariantCulture, $"{what} is {value} {unit}; it must be at least 1"));

    public static double Fraction(double value, string what) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(null, string.Create(
            CultureInfo.InvariantCulture, $"{what} is {value}; it must be at least 0 and below 1"));
}
