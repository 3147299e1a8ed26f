using System.Buffers.Binary;

namespace NetDsl;

/// <summary>
/// The start of an IDX file: two zero bytes, the type of the values, the number of dimensions, and each dimension as a
/// big-endian number of four bytes (LeCun, Cortes and Burges, "The MNIST database").
/// </summary>
internal sealed record IdxHeader(int[] Dimensions)
{
    private const byte UnsignedByte = 0x08;

    public int Length => 4 + 4 * Dimensions.Length;

    /// <summary>Number of values that the dimensions claim; capped where they overflow.</summary>
    public long Values => Dimensions.Aggregate(1L, (product, dimension) =>
        dimension != 0 && product > long.MaxValue / dimension ? long.MaxValue : product * dimension);

    /// <summary>The dimensions as text.</summary>
    public string Claim() => string.Join(" x ", Dimensions.Select(dimension => SampleGeometry.Text(dimension)));

    public static IdxHeader Read(Stream stream, string path, int rank)
    {
        Span<byte> magic = stackalloc byte[4];
        int found = stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
        if (found < 4)
        {
            throw new InvalidDataException($"{path} ends after {found} bytes; an IDX file begins with 4 bytes of magic number");
        }

        if (magic[0] != 0 || magic[1] != 0)
        {
            throw new InvalidDataException(
                $"{path} is no IDX file: it begins with {Convert.ToHexString(magic)}, an IDX file with 0000");
        }

        if (magic[2] != UnsignedByte)
        {
            throw new InvalidDataException($"{path} has values of type 0x{magic[2]:X2}; only unsigned bytes (0x08) are read");
        }

        if (magic[3] != rank)
        {
            throw new InvalidDataException($"{path} has {magic[3]} dimensions; expected {rank} ({Meaning(rank)})");
        }

        return new IdxHeader(ReadDimensions(stream, path, rank));
    }

    private static int[] ReadDimensions(Stream stream, string path, int rank)
    {
        Span<byte> bytes = stackalloc byte[4 * rank];
        int found = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (found < bytes.Length)
        {
            throw new InvalidDataException(
                $"{path} ends inside its header, after {4 + found} bytes; the header has {4 + bytes.Length}");
        }

        var dimensions = new int[rank];
        for (int i = 0; i < rank; i++)
        {
            uint dimension = BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 * i)..]);
            dimensions[i] = dimension is > 0 and <= int.MaxValue
                ? (int)dimension
                : throw new InvalidDataException($"{path} claims a dimension of {SampleGeometry.Text(dimension)} "
                    + $"({Meaning(rank)}); expected 1 to {SampleGeometry.Text(int.MaxValue)}");
        }

        return dimensions;
    }

    private static string Meaning(int rank) => rank == 1 ? "labels" : "pictures, rows, columns";
}
