using System.Buffers.Binary;

namespace NetDsl;

/// <summary>The chunk IHDR of a PNG (ISO/IEC 15948, 11.2.1).</summary>
internal readonly record struct PngHeader(int Width, int Height, int Depth, int ColourType, bool Interlaced)
{
    public const int Palette = 3;
    private const long MostPixels = 1 << 26;

    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
        {
            throw new InvalidDataException($"its header has {data.Length} bytes; expected 13");
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (width == 0 || height == 0 || (long)width * height > MostPixels || width > MostPixels || height > MostPixels)
        {
            throw new InvalidDataException($"it claims {SampleGeometry.Text(width)} x {SampleGeometry.Text(height)} pixels; "
                + $"expected 1 to {SampleGeometry.Text(MostPixels)} in all");
        }

        (byte depth, byte colourType) = (data[8], data[9]);
        bool known = (colourType, depth) is (0, 1 or 2 or 4 or 8 or 16) or (Palette, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        if (!known || data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            throw new InvalidDataException($"its header has colour type {colourType}, depth {depth}, compression {data[10]}, "
                + $"filter {data[11]} and interlacing {data[12]}, which PNG does not know together");
        }

        return new PngHeader((int)width, (int)height, depth, colourType, data[12] == 1);
    }

    /// <summary>Bytes of the unpacked picture: for every row of every pass a filter byte and the pixels.</summary>
    public long UnpackedLength()
    {
        if (!Interlaced)
        {
            return PassLength(Width, Height);
        }

        // Adam7: first column, first row, column step, row step of each pass.
        ReadOnlySpan<int> passes = [0, 0, 8, 8, 4, 0, 8, 8, 0, 4, 4, 8, 2, 0, 4, 4, 0, 2, 2, 4, 1, 0, 2, 2, 0, 1, 1, 2];
        long sum = 0;
        for (int i = 0; i < passes.Length; i += 4)
        {
            sum += PassLength(
                (Width - passes[i] + passes[i + 2] - 1) / passes[i + 2],
                (Height - passes[i + 1] + passes[i + 3] - 1) / passes[i + 3]);
        }

        return sum;
    }

    private long PassLength(int width, int height)
    {
        int samples = ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        return width == 0 ? 0 : height * (1 + ((long)width * samples * Depth + 7) / 8);
    }
}
