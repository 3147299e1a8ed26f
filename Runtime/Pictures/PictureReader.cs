namespace NetDsl;

/// <summary>Reads picture files of every kind that has a reader here: PNG, PGM and PPM. The first bytes decide, not the name.</summary>
public static class PictureReader
{
    private const int ShownBytes = 8;

    private static ReadOnlySpan<byte> PngBeginning => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is of another kind, damaged, or larger than 67 million pixels; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Picture Read(string path) => Decode(File.ReadAllBytes(path), path);

    /// <summary>Reads a picture from memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is of another kind, damaged, or larger than 67 million pixels; the message says which.</exception>
    public static Picture Decode(byte[] file, string name)
    {
        if (file.AsSpan().StartsWith(PngBeginning))
        {
            return PngReader.Decode(file, name);
        }

        return PnmHeader.IsKnown(file)
            ? PnmReader.Decode(file, name)
            : throw new InvalidDataException($"{name} is no PNG, PGM or PPM: it begins with "
                + $"0x{Convert.ToHexString(file.AsSpan(0, Math.Min(ShownBytes, file.Length)))}");
    }
}
