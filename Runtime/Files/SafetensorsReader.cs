using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NetDsl;

/// <summary>
/// An open safetensors file whose header was read and found to agree with the file's length; values are read on demand.
/// </summary>
public sealed class SafetensorsReader : IDisposable
{
    // The limit of the reference implementation.
    private const long LongestHeader = 100_000_000;

    private readonly string path;
    private readonly Stream stream;
    private readonly long dataStart;

    private SafetensorsReader(
        string path, Stream stream, long dataStart, IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        this.path = path;
        this.stream = stream;
        this.dataStart = dataStart;
        Tensors = tensors;
        Metadata = metadata;
    }

    /// <summary>The tensors in the order of the header.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors { get; }

    /// <summary>The file's free text.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file and checks its header.</summary>
    /// <exception cref="InvalidDataException">It is no safetensors file, or damaged; the message names it and says how.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SafetensorsReader Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            return Read(path, stream);
        }
        catch (Exception e)
        {
            stream.Dispose();
            // A string that is no Unicode is an InvalidOperationException of the JSON reader.
            if (e is InvalidDataException or EndOfStreamException or InvalidOperationException)
            {
                throw new InvalidDataException($"{path} is no readable safetensors file: {e.Message}", e);
            }

            throw;
        }
    }

    /// <summary>Reads the values of a tensor of 32-bit floats.</summary>
    /// <param name="tensor">One of <see cref="Tensors"/>.</param>
    /// <param name="values">As many floats as the tensor's shape has.</param>
    /// <exception cref="InvalidDataException">The tensor is not of 32-bit floats, or has another size.</exception>
    public void ReadValues(SafetensorsTensor tensor, Span<float> values)
    {
        if (tensor.Type != "F32")
        {
            throw new InvalidDataException($"{path}: '{tensor.Name}' has values of type {tensor.Type}; only F32 is read");
        }

        // In double a product of any number of dimensions cannot wrap around.
        double claimed = tensor.Shape.Aggregate((double)sizeof(float), (product, dimension) => product * dimension);
        long wanted = (long)values.Length * sizeof(float);
        if (claimed != tensor.End - tensor.Begin || claimed != wanted)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: '{tensor.Name}' has {tensor.End - tensor.Begin:N0} bytes; its shape {string.Join(" x ", tensor.Shape)} "
                + $"in F32 has {claimed:N0}, and {wanted:N0} are wanted"));
        }

        stream.Position = dataStart + tensor.Begin;
        stream.ReadExactly(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => stream.Dispose();

    private static SafetensorsReader Read(string path, FileStream stream)
    {
        if (stream.Length < 8)
        {
            throw new InvalidDataException($"it has {stream.Length} bytes; the length of its header alone takes 8");
        }

        Span<byte> prefix = stackalloc byte[8];
        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > LongestHeader || (long)length > stream.Length - 8)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"it claims a header of {length:N0} bytes; it has {stream.Length - 8:N0} and a header at most {LongestHeader:N0}"));
        }

        var json = new byte[length];
        stream.ReadExactly(json);
        long dataStart = 8 + (long)length;
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        List<SafetensorsTensor> tensors = SafetensorsHeader.Parse(json, stream.Length - dataStart, metadata);
        return new SafetensorsReader(path, stream, dataStart, tensors, metadata);
    }
}
