using StbImageWriteSharp;

namespace NetDsl.Tests;

/// <summary>Makes JPEG files.</summary>
internal static class JpegFiles
{
    public static byte[] Plain(int width, int height, byte value) => Of(width, height, (_, _) => value);

    public static byte[] Of(int width, int height, Func<int, int, byte> shade)
    {
        byte[] pixels = [.. Enumerable.Range(0, 3 * width * height).Select(i => shade(i / 3 / width, i / 3 % width))];
        using var stream = new MemoryStream();
        new ImageWriter().WriteJpg(pixels, width, height, ColorComponents.RedGreenBlue, stream, 95);
        return stream.ToArray();
    }
}
