using System.Buffers.Binary;

namespace NetDsl;

/// <summary>
/// Reads the grey and colour pictures of Netpbm: PGM (P2, P5) and PPM (P3, P6), in text or in bytes; values of any range
/// become 0 to 255. What the header claims is compared with the file before anything is allocated for it.
/// </summary>
public static class PnmReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no PGM or PPM, damaged, or larger than 67 million pixels; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Picture Read(string path) => Decode(File.ReadAllBytes(path), path);

    /// <summary>Reads a picture from memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is no PGM or PPM, damaged, or larger than 67 million pixels; the message says which.</exception>
    public static Picture Decode(byte[] file, string name)
    {
        try
        {
            return Decode(file);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{name} is no readable PGM or PPM: {e.Message}", e);
        }
    }

    private static Picture Decode(ReadOnlySpan<byte> file)
    {
        var tokens = new PnmTokens(file);
        PnmHeader header = PnmHeader.Read(file, ref tokens);
        if (tokens.Remaining < header.LeastBytes)
        {
            throw new InvalidDataException($"it has {SampleGeometry.Text(tokens.Remaining)} bytes behind its header; "
                + $"{header.Width} x {header.Height} pixels take at least {SampleGeometry.Text(header.LeastBytes)}");
        }

        byte[] pixels = header.IsText ? ReadText(ref tokens, header) : ReadBytes(file, ref tokens, header);
        tokens.SkipBlanks();
        return tokens.Remaining == 0
            ? new Picture(header.Width, header.Height, header.Channels, pixels)
            : throw new InvalidDataException($"it has {SampleGeometry.Text(tokens.Remaining)} bytes at its end where none belong");
    }

    private static byte[] ReadText(ref PnmTokens tokens, PnmHeader header)
    {
        var pixels = new byte[header.Values];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = Shade(tokens.Number("next value"), i, header.White);
        }

        return pixels;
    }

    private static byte[] ReadBytes(ReadOnlySpan<byte> file, ref PnmTokens tokens, PnmHeader header)
    {
        ReadOnlySpan<byte> values = file[tokens.Position..];
        var pixels = new byte[header.Values];
        for (int i = 0; i < pixels.Length; i++)
        {
            int value = header.BytesPerValue == 2 ? BinaryPrimitives.ReadUInt16BigEndian(values[(2 * i)..]) : values[i];
            pixels[i] = Shade(value, i, header.White);
        }

        tokens.Skip((int)header.LeastBytes);
        return pixels;
    }

    private static byte Shade(int value, int index, int white) => value <= white
        ? (byte)((255L * value + white / 2) / white)
        : throw new InvalidDataException($"its value {SampleGeometry.Text(index)} is {SampleGeometry.Text(value)}, "
            + $"above that of white, {SampleGeometry.Text(white)}");
}
