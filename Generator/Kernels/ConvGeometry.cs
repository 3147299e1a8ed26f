using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>Everything about a convolution that its kernels depend on.</summary>
/// <param name="Height">The vertical dimension.</param>
/// <param name="Width">The horizontal dimension.</param>
/// <param name="Channels">Input channels of one group.</param>
/// <param name="Filters">Output channels of all groups.</param>
/// <param name="Groups">Number of groups.</param>
internal sealed record ConvGeometry(Axis Height, Axis Width, int Channels, int Filters, int Groups)
{
    public int GroupFilters => Filters / Groups;

    /// <summary>Floats from one tap's weights to the next in canonical layout.</summary>
    public int TapFloats => Channels * Filters;

    public int WeightFloats => Height.Kernel * Width.Kernel * TapFloats;

    public static ConvGeometry Of(Convolution convolution) => new(
        convolution.Height, convolution.Width, convolution.InputChannels, convolution.Filters, convolution.Groups);

    public override string ToString() =>
        $"{Height.Kernel}x{Width.Kernel}x{Channels * Groups}x{Filters} on {Height.In}x{Width.In}";

    /// <summary>The geometry as part of an identifier; what stands at its default is left out.</summary>
    public string Identifier =>
        $"{Height.Kernel}x{Width.Kernel}x{Channels * Groups}x{Filters}_{Height.In}x{Width.In}"
        + Pair("s", Height.Stride, Width.Stride, 1)
        + Pair("d", Height.Dilation, Width.Dilation, 1)
        + (Groups > 1 ? $"_g{Groups}" : "")
        + Pads;

    private string Pads => (Height.PadBefore, Height.PadAfter, Width.PadBefore, Width.PadAfter) is var (top, bottom, left, right)
        && (top | bottom | left | right) != 0 ? $"_p{top}_{bottom}_{left}_{right}" : "";

    private static string Pair(string letter, int first, int second, int standard) =>
        first == standard && second == standard ? "" : first == second ? $"_{letter}{first}" : $"_{letter}{first}x{second}";
}
