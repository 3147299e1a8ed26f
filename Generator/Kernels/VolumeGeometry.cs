using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Everything about a convolution over depth, height and width that its kernels depend on. A transposed convolution has the
/// geometry of the convolution that runs the other way: it reads what that writes and writes what that reads.
/// </summary>
/// <param name="Depth">The dimension of slices; the identity where there is none.</param>
/// <param name="Height">The vertical dimension; the identity where there is none.</param>
/// <param name="Width">The horizontal dimension.</param>
/// <param name="Channels">Channels of one group on the side that windows lie on.</param>
/// <param name="Filters">Channels of all groups on the other side.</param>
/// <param name="Groups">Number of groups.</param>
internal sealed record VolumeGeometry(Axis Depth, Axis Height, Axis Width, int Channels, int Filters, int Groups)
{
    public int GroupFilters => Filters / Groups;

    /// <summary>Floats from one tap's weights to the next in canonical layout.</summary>
    public int TapFloats => Channels * Filters;

    public int Taps => Depth.Kernel * Height.Kernel * Width.Kernel;

    /// <summary>Kernel, strides and sizes as part of an identifier; what stands at its default is left out.</summary>
    public string Identifier =>
        $"{Join(axis => axis.Kernel)}x{Channels * Groups}x{Filters}_{Join(axis => axis.In)}_to{Join(axis => axis.Out)}"
        + (Any(axis => axis.Stride != 1) ? "_s" + Join(axis => axis.Stride) : "")
        + (Any(axis => axis.Dilation != 1) ? "_d" + Join(axis => axis.Dilation) : "")
        + (Any(axis => axis.PadBefore != 0) ? "_p" + Join(axis => axis.PadBefore) : "")
        + (Groups > 1 ? $"_g{Groups}" : "");

    public static VolumeGeometry Of(VolumeConvolution convolution) => new(
        convolution.Depth, convolution.Height, convolution.Width, convolution.InputChannels, convolution.Filters, convolution.Groups);

    public static VolumeGeometry Of(TransposedConvolution transposed) => new(
        transposed.Depth, transposed.Height, transposed.Width, transposed.Filters, transposed.Input.Channels, Groups: 1);

    public override string ToString() => $"{Join(axis => axis.Kernel)}x{Channels * Groups}x{Filters} on {Join(axis => axis.In)}";

    private string Join(Func<Axis, int> number) => $"{number(Depth)}x{number(Height)}x{number(Width)}";

    private bool Any(Func<Axis, bool> condition) => condition(Depth) || condition(Height) || condition(Width);
}
