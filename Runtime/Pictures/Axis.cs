using System.Globalization;

namespace NetDsl;

/// <summary>A range of values with round numbers to mark on it.</summary>
/// <param name="Low">The value at the lower end.</param>
/// <param name="High">The value at the upper end.</param>
/// <param name="Step">From mark to mark.</param>
/// <param name="Doubling">Whether values are logarithms to base 2, so that every step doubles what the labels say.</param>
internal sealed record Axis(double Low, double High, double Step, bool Doubling = false)
{
    /// <summary>An axis over values, widened to multiples of a step of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="marks">About how many marks.</param>
    /// <param name="least">The smallest step.</param>
    public static Axis Over(double low, double high, int marks, double least)
    {
        double rough = Math.Max((high - low) / marks, least);
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough) + 1e-9));
        double step = power * (rough / power) switch { <= 1.0001 => 1, <= 2.0001 => 2, <= 5.0001 => 5, _ => 10 };
        double bottom = Math.Floor(low / step + 1e-9) * step;
        double top = Math.Ceiling(high / step - 1e-9) * step;
        return new Axis(bottom, top > bottom ? top : bottom + step, step);
    }

    /// <summary>The marked values.</summary>
    public IEnumerable<double> Marks() =>
        Enumerable.Range(0, (int)Math.Floor((High - Low) / Step + 1e-6) + 1).Select(i => Low + i * Step);

    /// <summary>Where a value is, from 0 to 1.</summary>
    public double Part(double value) => (value - Low) / (High - Low);

    /// <summary>A mark's label, with no more decimals than the step has.</summary>
    public string Label(double value)
    {
        if (Doubling)
        {
            return Math.Pow(2, value).ToString("G4", CultureInfo.InvariantCulture);
        }

        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(Step) + 1e-9));
        return value.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }
}
