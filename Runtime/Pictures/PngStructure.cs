using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace NetDsl;

/// <summary>
/// Checks that a PNG is whole: signature, order and check sums of its chunks, and the length of the unpacked picture.
/// The decoder behind it verifies none of these and would return half a picture, or take any amount of memory.
/// </summary>
internal static class PngStructure
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static void Check(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
        {
            throw new InvalidDataException($"it begins with {Convert.ToHexString(file[..Math.Min(8, file.Length)])}, "
                + $"a PNG with {Convert.ToHexString(Signature)}");
        }

        PngHeader? header = null;
        bool hasPalette = false;
        using var packed = new MemoryStream();
        string type = "";
        for (int position = Signature.Length; type != "IEND";)
        {
            string previous = type;
            ReadOnlySpan<byte> data = ReadChunk(file, ref position, out type);
            if ((header is null) != (type == "IHDR"))
            {
                throw new InvalidDataException(header is null ? $"it has {type} before its header" : "it has a second header");
            }

            switch (type)
            {
                case "IHDR":
                    header = PngHeader.Read(data);
                    break;
                case "PLTE":
                    CheckPalette(data.Length, hasPalette || packed.Length > 0);
                    hasPalette = true;
                    break;
                case "IDAT":
                    packed.Write(previous == "IDAT" || packed.Length == 0
                        ? data
                        : throw new InvalidDataException("its picture data is not in one run of chunks"));
                    break;
                case "IEND":
                    CheckEnd(data.Length, file.Length - position);
                    break;
                default:
                    CheckAncillary(type);
                    break;
            }
        }

        if (header!.Value.ColourType == PngHeader.Palette && !hasPalette)
        {
            throw new InvalidDataException("it has no palette, which its colour type needs");
        }

        CheckUnpackedLength(packed, header.Value.UnpackedLength());
    }

    private static ReadOnlySpan<byte> ReadChunk(ReadOnlySpan<byte> file, ref int position, out string type)
    {
        ReadOnlySpan<byte> rest = file[position..];
        uint length = rest.Length >= 12 ? BinaryPrimitives.ReadUInt32BigEndian(rest) : 0;
        if (rest.Length < 12 || length > rest.Length - 12)
        {
            throw new InvalidDataException($"it ends inside a chunk, after {SampleGeometry.Text(file.Length)} bytes");
        }

        ReadOnlySpan<byte> typeAndData = rest.Slice(4, 4 + (int)length);
        type = TypeName(typeAndData[..4]);
        if (Crc32.HashToUInt32(typeAndData) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]))
        {
            throw new InvalidDataException($"the check sum of its chunk {type} at byte {SampleGeometry.Text(position)} is wrong");
        }

        position += 12 + (int)length;
        return typeAndData[4..];
    }

    private static string TypeName(ReadOnlySpan<byte> type)
    {
        foreach (byte letter in type)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                throw new InvalidDataException($"it has a chunk of type 0x{Convert.ToHexString(type)}, which is not of letters");
            }
        }

        return Encoding.ASCII.GetString(type);
    }

    private static void CheckPalette(int length, bool outOfPlace)
    {
        if (outOfPlace || length % 3 != 0 || length is 0 or > 768)
        {
            throw new InvalidDataException(
                $"its palette has {length} bytes or is out of place; expected 3 to 768 once, before the picture");
        }
    }

    private static void CheckEnd(int length, int behind)
    {
        if (length != 0 || behind != 0)
        {
            throw new InvalidDataException($"it has {SampleGeometry.Text(length + behind)} bytes at its end where none belong");
        }
    }

    // A chunk whose first letter is a capital must be understood.
    private static void CheckAncillary(string type)
    {
        if (char.IsAsciiLetterUpper(type[0]))
        {
            throw new InvalidDataException($"it needs chunk {type}, which PNG does not know");
        }
    }

    private static void CheckUnpackedLength(MemoryStream packed, long expected)
    {
        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        long found = 0;
        for (int read = -1; read != 0 && found <= expected; found += read)
        {
            read = unpacked.Read(buffer);
        }

        if (found != expected)
        {
            string amount = found > expected ? "more" : SampleGeometry.Text(found);
            throw new InvalidDataException($"its picture unpacks to {amount} bytes; expected {SampleGeometry.Text(expected)}");
        }
    }
}
