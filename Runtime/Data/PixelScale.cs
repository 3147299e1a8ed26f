using System.Globalization;

namespace NetDsl;

/// <summary>How a pixel of 0 to 255 becomes an input of the network: value = pixel * scale + offset.</summary>
/// <param name="Scale">What a pixel is multiplied by.</param>
/// <param name="Offset">What is added then.</param>
public sealed record PixelScale(double Scale, double Offset)
{
    /// <summary>The pixel itself, 0 to 255.</summary>
    public static PixelScale None { get; } = new(1, 0);

    /// <summary>0 to 1.</summary>
    public static PixelScale Unit { get; } = new(1 / 255.0, 0);

    /// <summary>
    /// -0.1 for the background to 1.175 for ink, which makes MNIST's mean about 0 and its variance about 1
    /// (LeCun et al. 1998, section II-B).
    /// </summary>
    public static PixelScale LeCun { get; } = new(1.275 / 255, -0.1);

    /// <summary>(pixel / 255 - mean) / deviation.</summary>
    /// <param name="mean">Mean of the pixels in units of 255.</param>
    /// <param name="deviation">Standard deviation in units of 255, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is not above zero and finite.</exception>
    public static PixelScale Standard(double mean, double deviation) => deviation > 0 && double.IsFinite(deviation)
        ? new PixelScale(1 / (255 * deviation), -mean / deviation)
        : throw new ArgumentOutOfRangeException(nameof(deviation), string.Create(
            CultureInfo.InvariantCulture, $"The standard deviation is {deviation}; it must be above 0 and finite"));

    /// <summary>The network's input for a pixel.</summary>
    public float Apply(byte pixel) => (float)(pixel * Scale + Offset);

    /// <summary>The inputs of all 256 pixels.</summary>
    internal float[] Table() => [.. Enumerable.Range(0, 256).Select(pixel => Apply((byte)pixel))];

    /// <summary>Looks pixels up in a table.</summary>
    internal static void Apply(float[] table, ReadOnlySpan<byte> pixels, Span<float> destination)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            destination[i] = table[pixels[i]];
        }
    }
}
