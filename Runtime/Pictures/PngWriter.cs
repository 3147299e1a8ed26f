using StbImageWriteSharp;

namespace NetDsl;

/// <summary>Writes PNG files.</summary>
public static class PngWriter
{
    /// <summary>Writes a file; it appears whole or not at all.</summary>
    /// <param name="path">Where; the folder must exist.</param>
    /// <param name="picture">What.</param>
    /// <exception cref="IOException">The file cannot be written; one that was there before stays as it was.</exception>
    public static void Write(string path, Picture picture) => AtomicFile.Write(path, stream => Write(stream, picture));

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">Receives the file.</param>
    /// <param name="picture">What.</param>
    public static void Write(Stream stream, Picture picture) => new ImageWriter().WritePng(
        picture.Pixels.ToArray(), picture.Width, picture.Height, (ColorComponents)picture.Channels, stream);
}
