using NetDsl.Generator.Emit;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>What kernels over windows of a volume share: the ranges of a window's real cells and the loops over them.</summary>
internal static class VolumeWindow
{
    /// <summary>The loops over a window, body not included.</summary>
    public static IEnumerable<string> Loops =>
    [
        "for (int s = firstSlice; s < endSlice; s++)",
        "for (int r = firstRow; r < endRow; r++)",
        "for (int c = firstColumn; c < endColumn; c++)",
    ];

    /// <summary>One over the number of a window's real cells.</summary>
    public static string Share => "(1f / ((endSlice - firstSlice) * (endRow - firstRow) * (endColumn - firstColumn)))";

    public static string Kernel(Axis depth, Axis height, Axis width) => Describe.Kernel([depth, height, width]);

    /// <summary>A pool's name with its whole geometry.</summary>
    public static string Name(string prefix, bool maximum, Axis depth, Axis height, Axis width, int channels)
    {
        Axis[] axes = [depth, height, width];
        string Join(Func<Axis, int> number) => string.Join("x", axes.Select(number));
        return $"{prefix}{(maximum ? "Max" : "Avg")}Pool3d_{Join(axis => axis.Kernel)}_{Join(axis => axis.In)}x{channels}_to{Join(axis => axis.Out)}"
            + (axes.All(axis => axis.Stride == axis.Kernel) ? "" : $"_s{Join(axis => axis.Stride)}")
            + (axes.All(axis => axis.PadBefore == 0) ? "" : $"_p{Join(axis => axis.PadBefore)}");
    }

    /// <summary>Declares the ranges of the window at slice, row and column.</summary>
    public static void WriteRanges(SourceWriter writer, Axis depth, Axis height, Axis width)
    {
        LanePool.WriteRange(writer, "Slice", "slice", depth);
        LanePool.WriteRange(writer, "Row", "row", height);
        LanePool.WriteRange(writer, "Column", "column", width);
    }
}
