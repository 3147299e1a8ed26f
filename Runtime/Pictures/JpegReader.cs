using StbImageSharp;

namespace NetDsl;

/// <summary>
/// Reads JPEG files (ITU-T T.81), baseline and progressive, with 8 bits a channel. The file's markers, sizes and end are verified before
/// anything is decoded.
/// </summary>
public static class JpegReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no such JPEG, damaged, or larger than 67 million pixels; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Picture Read(string path) => Decode(File.ReadAllBytes(path), path);

    /// <summary>Reads a picture from memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is no such JPEG, damaged, or larger than 67 million pixels; the message says which.</exception>
    public static Picture Decode(byte[] file, string name)
    {
        try
        {
            JpegStructure.Check(file);
            ImageResult image = ImageResult.FromMemory(file);
            return new Picture(image.Width, image.Height, (int)image.Comp, image.Data);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new InvalidDataException($"{name} is no readable JPEG: {e.Message}", e);
        }
    }
}
