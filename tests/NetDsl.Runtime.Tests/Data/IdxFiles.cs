using System.Buffers.Binary;
using System.IO.Compression;

namespace NetDsl.Tests;

/// <summary>Makes IDX files.</summary>
internal static class IdxFiles
{
    /// <summary>Pictures whose byte number i is i modulo 256.</summary>
    public static byte[] Images(int count, int rows, int columns) =>
        [.. Header(8, count, rows, columns), .. Enumerable.Range(0, count * rows * columns).Select(i => (byte)i)];

    public static byte[] Labels(params byte[] labels) => [.. Header(8, labels.Length), .. labels];

    public static byte[] Header(byte type, params int[] dimensions)
    {
        var header = new byte[4 + 4 * dimensions.Length];
        header[2] = type;
        header[3] = (byte)dimensions.Length;
        for (int i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + 4 * i), dimensions[i]);
        }

        return header;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
