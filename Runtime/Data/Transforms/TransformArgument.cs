using System.Globalization;
using System.Numerics;

namespace NetDsl;

/// <summary>Checks of what transforms are given.</summary>
internal static class TransformArgument
{
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range, or no number.</exception>
    public static T Within<T>(T value, T least, T most, string what)
        where T : INumber<T> => value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(null, string.Create(
                CultureInfo.InvariantCulture, $"{what} is {value}; it must be from {least} to {most}"));
}
