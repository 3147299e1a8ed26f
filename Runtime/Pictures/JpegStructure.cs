using System.Buffers.Binary;

namespace NetDsl;

/// <summary>Walks through the markers of a JPEG file (ITU-T T.81, annex B) and finds what a decoder would read past or make up.</summary>
internal static class JpegStructure
{
    private const long MostPixels = 1 << 26;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <exception cref="InvalidDataException">The file is damaged, or of a kind that is not read.</exception>
    public static void Check(ReadOnlySpan<byte> file)
    {
        if (file.Length < 4 || file[0] != 0xFF || file[1] != StartOfImage)
        {
            throw new InvalidDataException($"it begins with 0x{Convert.ToHexString(file[..Math.Min(4, file.Length)])}, a JPEG with 0xFFD8");
        }

        int position = 2;
        bool framed = false, scanned = false;
        while (true)
        {
            byte marker = Marker(file, ref position);
            if (marker == EndOfImage)
            {
                break;
            }

            ReadOnlySpan<byte> segment = Segment(file, marker, ref position);
            if (IsFrame(marker))
            {
                framed = framed ? throw new InvalidDataException("it has two frames; expected one") : CheckFrame(marker, segment);
            }
            else if (marker == StartOfScan)
            {
                scanned = framed ? true : throw new InvalidDataException("its scan comes before its frame");
                position = EndOfScan(file, position);
            }
        }

        if (!scanned)
        {
            throw new InvalidDataException("it has no picture between its beginning and its end");
        }
    }

    private static byte Marker(ReadOnlySpan<byte> file, ref int position)
    {
        if (position >= file.Length)
        {
            throw Cut(file);
        }

        if (file[position] != 0xFF)
        {
            throw new InvalidDataException($"it has 0x{file[position]:X2} at byte {SampleGeometry.Text(position)}, where a marker should begin with 0xFF");
        }

        while (position < file.Length && file[position] == 0xFF)
        {
            position++;
        }

        return position < file.Length ? file[position++] : throw Cut(file);
    }

    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> file, byte marker, ref int position)
    {
        if (marker is 0x00 or 0x01 or (>= 0xD0 and <= StartOfImage))
        {
            throw new InvalidDataException($"it has marker 0xFF{marker:X2} at byte {SampleGeometry.Text(position - 2)}, where none such belongs");
        }

        int length = position + 2 <= file.Length ? BinaryPrimitives.ReadUInt16BigEndian(file[position..]) : throw Cut(file);
        if (length < 2)
        {
            throw new InvalidDataException($"its segment 0xFF{marker:X2} claims {length} bytes; expected at least 2");
        }

        if (position + length > file.Length)
        {
            throw Cut(file);
        }

        ReadOnlySpan<byte> segment = file.Slice(position + 2, length - 2);
        position += length;
        return segment;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool CheckFrame(byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker > 0xC2)
        {
            throw new InvalidDataException($"it is lossless, hierarchical or coded arithmetically (marker 0xFF{marker:X2}); baseline and progressive JPEG are read");
        }

        if (segment.Length < 6 || segment.Length != 6 + 3 * segment[5])
        {
            throw new InvalidDataException($"its frame's header has {segment.Length} bytes, which is not what its components take");
        }

        int height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        if (segment[0] != 8 || segment[5] is not (1 or 3 or 4))
        {
            throw new InvalidDataException($"it has {segment[0]} bits a channel and {segment[5]} channels; expected 8 bits and 1, 3 or 4 channels");
        }

        return width > 0 && height > 0 && (long)width * height <= MostPixels
            ? true
            : throw new InvalidDataException($"it claims {SampleGeometry.Text(width)} x {SampleGeometry.Text(height)} pixels; "
                + $"expected 1 to {SampleGeometry.Text(MostPixels)} in all");
    }

    // Within the data of a scan 0xFF stands before 0 (a value), a restart marker, or the marker that ends the scan.
    private static int EndOfScan(ReadOnlySpan<byte> file, int position)
    {
        while (true)
        {
            int found = file[position..].IndexOf((byte)0xFF);
            if (found < 0 || position + found + 1 >= file.Length)
            {
                throw Cut(file);
            }

            position += found;
            byte next = file[position + 1];
            if (next is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return position;
            }

            position += 2;
        }
    }

    private static InvalidDataException Cut(ReadOnlySpan<byte> file) =>
        new($"it ends after {SampleGeometry.Text(file.Length)} bytes, before its end marker");
}
