using NetDsl;
using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>
/// Whether a kernel leaves the taps beyond its input's border out instead of having zeros there. Zeros cost nothing around a value that
/// a layer writes, but around the sample they would take a copy, which a depthwise convolution feels.
/// </summary>
internal static class BorderChoice
{
    // Every column at the border is written out by itself.
    private const int MostColumns = 8;

    /// <summary>Whether the kernel that reads a value does so.</summary>
    public static bool LeavesOut(Operation operation, int value, PlanOptions options) => value == 0
        && !options.Training && options.Unroll != Unroll.Full
        && operation is DepthwiseConvolution { Multiplier: 1 } convolution
        && convolution.Input.Channels >= Level.CellFloats
        && !Halo.Of(convolution.Height, convolution.Width).IsEmpty
        && convolution.Width.Out - convolution.Width.Inner.Count <= MostColumns;
}
