using System.Globalization;

namespace NetDsl.Generator.Model;

/// <summary>
/// The shape of one sample. Rank 0 is a vector of features, 1 length x channels, 2 height x width x channels,
/// 3 depth x height x width x channels; dimensions that a rank lacks are 1.
/// </summary>
internal readonly record struct Shape(int Rank, int Depth, int Height, int Width, int Channels)
{
    public static Shape Features(int features) => new(0, 1, 1, 1, features);

    public static Shape Sequence(int length, int channels) => new(1, 1, 1, length, channels);

    public static Shape Image(int height, int width, int channels) => new(2, 1, height, width, channels);

    public static Shape Volume(int depth, int height, int width, int channels) => new(3, depth, height, width, channels);

    /// <summary>Number of values; a long, because faulty networks may exceed an int.</summary>
    public long Length => (long)Depth * Height * Width * Channels;

    public override string ToString() => string.Join("x", Dimensions().Select(d => d.ToString(CultureInfo.InvariantCulture)));

    private IEnumerable<int> Dimensions()
    {
        if (Rank >= 3)
        {
            yield return Depth;
        }

        if (Rank >= 2)
        {
            yield return Height;
        }

        if (Rank >= 1)
        {
            yield return Width;
        }

        yield return Channels;
    }
}
