namespace NetDsl;

/// <summary>What a PGM or PPM begins with: kind, size and the value of white.</summary>
internal readonly record struct PnmHeader(bool IsText, int Channels, int Width, int Height, int White)
{
    private const long MostPixels = 1 << 26;
    private const int MostWhite = 65535;

    public int Values => Width * Height * Channels;

    /// <summary>The fewest bytes that so many values take: in text a digit each and a space between.</summary>
    public long LeastBytes => IsText ? 2L * Values - 1 : (long)Values * BytesPerValue;

    public int BytesPerValue => White > byte.MaxValue ? 2 : 1;

    public static bool IsKnown(ReadOnlySpan<byte> file) => file is [(byte)'P', (byte)'2' or (byte)'3' or (byte)'5' or (byte)'6', ..];

    /// <summary>Reads the header and stops at the first byte of the picture.</summary>
    public static PnmHeader Read(ReadOnlySpan<byte> file, ref PnmTokens tokens)
    {
        if (!IsKnown(file))
        {
            throw new InvalidDataException($"it begins with 0x{Convert.ToHexString(file[..Math.Min(8, file.Length)])}, "
                + "a PGM or PPM with P2, P3, P5 or P6");
        }

        tokens.Skip(2);
        int width = tokens.Number("width");
        int height = tokens.Number("height");
        int white = tokens.Number("value of white");
        if (width == 0 || height == 0 || (long)width * height > MostPixels)
        {
            throw new InvalidDataException($"it claims {SampleGeometry.Text(width)} x {SampleGeometry.Text(height)} pixels; "
                + $"expected 1 to {SampleGeometry.Text(MostPixels)} in all");
        }

        if (white is 0 or > MostWhite)
        {
            throw new InvalidDataException($"its value of white is {SampleGeometry.Text(white)}; expected 1 to {SampleGeometry.Text(MostWhite)}");
        }

        tokens.EndOfHeader();
        bool isText = file[1] is (byte)'2' or (byte)'3';
        return new PnmHeader(isText, file[1] is (byte)'3' or (byte)'6' ? 3 : 1, width, height, white);
    }
}
