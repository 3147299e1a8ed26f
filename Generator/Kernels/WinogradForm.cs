using NetDsl.Generator.Model;

namespace NetDsl.Generator.Kernels;

/// <summary>
/// Winograd's F(outputs x outputs, taps x taps). A convolution of stride s is one of stride 1 on cells of s x s times the channels, with a
/// kernel of as many such cells as hold the real one; the taps that stick out are zeros.
/// </summary>
/// <param name="Outputs">Rows and columns of outputs in a tile.</param>
/// <param name="Taps">Rows and columns of the kernel, in cells of stride x stride.</param>
/// <param name="Stride">Rows and columns of the input in such a cell.</param>
internal readonly record struct WinogradForm(int Outputs, int Taps, int Stride)
{
    /// <summary>Rows and columns of a tile's points: 4 or 6, the sizes whose transforms lose little precision.</summary>
    public int Side => Outputs + Taps - 1;

    /// <summary>Points of a tile: each is a matrix product of its own.</summary>
    public int Positions => Side * Side;

    /// <summary>Rows and columns of the input from one tile to the next.</summary>
    public int Step => Outputs * Stride;

    /// <summary>Rows and columns of the input that a tile reads.</summary>
    public int Reach => Side * Stride;

    /// <summary>The forms that a convolution with these dimensions can take.</summary>
    public static IEnumerable<WinogradForm> Of(Axis height, Axis width)
    {
        bool square = height.Kernel == width.Kernel && height.Stride == width.Stride && height.Dilation == 1 && width.Dilation == 1;
        int stride = height.Stride, taps = Text.Tiles(height.Kernel, stride);
        int[] outputs = !square ? [] : taps switch { 3 => [2, 4], 4 => [3], 5 => [2], _ => [] };
        return outputs.Select(count => new WinogradForm(count, taps, stride));
    }

    /// <summary>Channels of a point.</summary>
    public int Channels(int channels) => Stride * Stride * channels;

    /// <summary>Tiles that cover a dimension of the output.</summary>
    public int Tiles(Axis axis) => Text.Tiles(axis.Out, Outputs);

    public override string ToString() =>
        $"F({Outputs}x{Outputs}, {Taps}x{Taps})" + (Stride == 1 ? "" : $" on cells of {Stride} x {Stride}");
}
