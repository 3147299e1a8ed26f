namespace NetDsl;

/// <summary>Reads picture files of every kind that has a reader here: PNG, JPEG, PGM and PPM. The first bytes decide, not the name.</summary>
public static class PictureReader
{
    private const int ShownBytes = 8;
    private const long LargestFile = 1 << 29;

    private static ReadOnlySpan<byte> PngBeginning => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static ReadOnlySpan<byte> JpegBeginning => [0xFF, 0xD8, 0xFF];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is of another kind, damaged, or larger than 67 million pixels; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Picture Read(string path)
    {
        long length = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
        return length <= LargestFile
            ? Decode(File.ReadAllBytes(path), path)
            : throw new InvalidDataException($"{path} has {SampleGeometry.Text(length)} bytes; pictures of at most {SampleGeometry.Text(LargestFile)} are read");
    }

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

        if (file.AsSpan().StartsWith(JpegBeginning))
        {
            return JpegReader.Decode(file, name);
        }

        return PnmHeader.IsKnown(file)
            ? PnmReader.Decode(file, name)
            : throw new InvalidDataException($"{name} is no PNG, JPEG, PGM or PPM: {Beginning(file)}");
    }

    private static string Beginning(byte[] file) =>
        file.Length == 0 ? "it is empty" : $"it begins with 0x{Convert.ToHexString(file.AsSpan(0, Math.Min(ShownBytes, file.Length)))}";
}
