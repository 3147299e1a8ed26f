using System.Globalization;

namespace NetDsl.Generator.Model;

/// <summary>Words for the network's table, in the invariant culture.</summary>
internal static class Describe
{
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A count with its digits grouped.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Stride, dilation and padding, as far as they differ from the default.</summary>
    public static string Window(Axis height, Axis width, bool same, int defaultStride)
    {
        var words = new List<string> { same ? "Same" : Explicit(height, width) };
        if (height.Stride != (defaultStride == 0 ? height.Kernel : defaultStride) || width.Stride != (defaultStride == 0 ? width.Kernel : defaultStride))
        {
            words.Add($"stride {Pair(height.Stride, width.Stride)}");
        }

        if (height.Dilation != 1 || width.Dilation != 1)
        {
            words.Add($"dilation {Pair(height.Dilation, width.Dilation)}");
        }

        return string.Concat(words.Where(word => word.Length > 0).Select(word => ", " + word));
    }

    private static string Explicit(Axis height, Axis width)
    {
        int[] pads = [height.PadBefore, height.PadAfter, width.PadBefore, width.PadAfter];
        return pads.All(pad => pad == 0) ? ""
            : pads.Distinct().Count() == 1 ? $"pad {pads[0]}"
            : $"pad {string.Join(" ", pads)}";
    }

    private static string Pair(int first, int second) => first == second ? $"{first}" : $"{first}x{second}";
}
