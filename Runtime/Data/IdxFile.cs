using System.Buffers.Binary;
using System.IO.Compression;

namespace NetDsl;

/// <summary>An open IDX file whose length was found to be what its header claims, before anything was allocated for it.</summary>
internal sealed class IdxFile : IDisposable
{
    private readonly string path;
    private readonly Stream content;

    private IdxFile(string path, Stream content, IdxHeader header)
    {
        this.path = path;
        this.content = content;
        Header = header;
    }

    public IdxHeader Header { get; }

    /// <summary>Opens a file of so many dimensions, compressed by gzip or not, and stops before its values.</summary>
    public static IdxFile Open(string path, int rank)
    {
        CheckLength(path, rank);
        Stream content = OpenContent(path, out _);
        try
        {
            return new IdxFile(path, content, IdxHeader.Read(content, path, rank));
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>Fills the span with the next values.</summary>
    public void Read(Span<byte> values)
    {
        try
        {
            content.ReadExactly(values);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException($"{path} became shorter while it was read");
        }
    }

    public void Dispose() => content.Dispose();

    // A first pass counts the bytes without keeping any: a few bytes of gzip can claim, and even deliver, gigabytes.
    private static void CheckLength(string path, int rank)
    {
        using Stream content = OpenContent(path, out bool compressed);
        try
        {
            IdxHeader header = IdxHeader.Read(content, path, rank);
            long found = compressed ? CountUpTo(content, header.Values) : content.Length - header.Length;
            if (found != header.Values)
            {
                string more = compressed && found > header.Values ? "more" : SampleGeometry.Text(found);
                throw new InvalidDataException($"{path} has {more} bytes of values; its header claims "
                    + $"{header.Claim()} = {SampleGeometry.Text(header.Values)}");
            }

            if (compressed)
            {
                CheckTrailer(path, header.Length + header.Values);
            }
        }
        catch (InvalidDataException e) when (compressed && !e.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path} is damaged: its gzip data cannot be unpacked ({e.Message})", e);
        }
    }

    // The unpacking stream does not miss a trailer that was cut off, nor mind what comes behind it.
    private static void CheckTrailer(string path, long unpackedLength)
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> lengthModulo = stackalloc byte[4];
        file.Position = file.Length - lengthModulo.Length;
        file.ReadExactly(lengthModulo);
        if (BinaryPrimitives.ReadUInt32LittleEndian(lengthModulo) != (uint)unpackedLength)
        {
            throw new InvalidDataException(
                $"{path} is damaged: it does not end as a gzip file of {SampleGeometry.Text(unpackedLength)} bytes does");
        }
    }

    private static long CountUpTo(Stream content, long claimed)
    {
        var buffer = new byte[1 << 16];
        long count = 0;
        while (count <= claimed)
        {
            int read = content.Read(buffer);
            if (read == 0)
            {
                break;
            }

            count += read;
        }

        return count;
    }

    private static Stream OpenContent(string path, out bool compressed)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            compressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            return compressed ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
