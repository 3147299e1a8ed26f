using System.Globalization;

namespace NetDsl.Generator.Model;

/// <summary>Words for the network's table, in the invariant culture.</summary>
internal static class Describe
{
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A count with its digits grouped.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Stride, dilation and padding, as far as they differ from the default.</summary>
    /// <param name="axes">The dimensions that the window moves over, outermost first.</param>
    /// <param name="same">Whether the padding is computed.</param>
    /// <param name="defaultStride">The stride that goes without saying; 0 for the window's own size.</param>
    public static string Window(IReadOnlyList<Axis> axes, bool same, int defaultStride)
    {
        var words = new List<string> { same ? "Same" : Explicit(axes) };
        if (axes.Any(axis => axis.Stride != (defaultStride == 0 ? axis.Kernel : defaultStride)))
        {
            words.Add($"stride {Brief(axes.Select(axis => axis.Stride))}");
        }

        if (axes.Any(axis => axis.Dilation != 1))
        {
            words.Add($"dilation {Brief(axes.Select(axis => axis.Dilation))}");
        }

        return string.Concat(words.Where(word => word.Length > 0).Select(word => ", " + word));
    }

    /// <summary>The kernel's size, such as <c>3x3</c>.</summary>
    public static string Kernel(IEnumerable<Axis> axes) => string.Join("x", axes.Select(axis => axis.Kernel));

    private static string Explicit(IEnumerable<Axis> axes)
    {
        int[] pads = [.. axes.SelectMany(axis => new[] { axis.PadBefore, axis.PadAfter })];
        return pads.All(pad => pad == 0) ? ""
            : pads.Distinct().Count() == 1 ? $"pad {pads[0]}"
            : $"pad {string.Join(" ", pads)}";
    }

    private static string Brief(IEnumerable<int> numbers) => string.Join("x", numbers.Distinct().Count() == 1 ? numbers.Take(1) : numbers);
}
