using StbImageSharp;

namespace NetDsl;

/// <summary>
/// Reads PNG files (ISO/IEC 15948) of every colour type, depth and interlacing; 16 bits a channel become 8. The file's
/// structure, sizes and check sums are verified before anything is decoded.
/// </summary>
public static class PngReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no PNG, damaged, or larger than 67 million pixels; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Picture Read(string path) => Decode(File.ReadAllBytes(path), path);

    /// <summary>Reads a picture from memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is no PNG, damaged, or larger than 67 million pixels; the message says which.</exception>
    public static Picture Decode(byte[] file, string name)
    {
        try
        {
            PngStructure.Check(file);
            ImageResult image = ImageResult.FromMemory(file);
            int channels = (int)image.Comp;
            return channels == 2
                ? new Picture(image.Width, image.Height, 4, SpreadGray(image.Data))
                : new Picture(image.Width, image.Height, channels, image.Data);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"{name} is no readable PNG: {e.Message}", e);
        }
    }

    private static byte[] SpreadGray(byte[] grayAndOpacity)
    {
        var rgba = new byte[checked(2 * grayAndOpacity.Length)];
        for (int i = 0; i < grayAndOpacity.Length; i += 2)
        {
            rgba.AsSpan(2 * i, 3).Fill(grayAndOpacity[i]);
            rgba[2 * i + 3] = grayAndOpacity[i + 1];
        }

        return rgba;
    }
}
