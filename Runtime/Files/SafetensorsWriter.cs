using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NetDsl;

/// <summary>
/// Writes safetensors files (huggingface.co/docs/safetensors): the header's length in 8 bytes, little-endian, a header
/// in JSON padded with spaces to a multiple of 8, then the values of all tensors without gaps.
/// </summary>
public static class SafetensorsWriter
{
    /// <summary>Writes tensors of 32-bit floats.</summary>
    /// <param name="stream">Receives the file.</param>
    /// <param name="tensors">Name, shape and values of each, in the order in which they are written.</param>
    /// <param name="metadata">Free text about the file.</param>
    /// <exception cref="ArgumentException">A name comes twice, or values and shape do not agree.</exception>
    public static void Write(
        Stream stream,
        IReadOnlyList<(string Name, IReadOnlyList<int> Shape, ReadOnlyMemory<float> Values)> tensors,
        IReadOnlyDictionary<string, string> metadata)
    {
        foreach ((string name, IReadOnlyList<int> shape, ReadOnlyMemory<float> values) in tensors)
        {
            if (shape.Aggregate(1L, (product, dimension) => product * dimension) != values.Length)
            {
                throw new ArgumentException(
                    $"{name} has {SampleGeometry.Text(values.Length)} values; its shape is {string.Join(" x ", shape)}");
            }
        }

        WriteHeader(stream, [.. tensors.Select(tensor => (tensor.Name, tensor.Shape))], metadata);
        foreach ((_, _, ReadOnlyMemory<float> values) in tensors)
        {
            WriteValues(stream, values.Span);
        }
    }

    internal static void WriteHeader(
        Stream stream, IReadOnlyList<(string Name, IReadOnlyList<int> Shape)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteJson(json, tensors, metadata);
        }

        int padded = (buffer.WrittenCount + 7) / 8 * 8;
        buffer.GetSpan(8)[..(padded - buffer.WrittenCount)].Fill((byte)' ');
        buffer.Advance(padded - buffer.WrittenCount);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)padded);
        stream.Write(length);
        stream.Write(buffer.WrittenSpan);
    }

    internal static void WriteValues(Stream stream, ReadOnlySpan<float> values) => stream.Write(MemoryMarshal.AsBytes(values));

    private static void WriteJson(
        Utf8JsonWriter json, IReadOnlyList<(string Name, IReadOnlyList<int> Shape)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject();
        json.WriteStartObject("__metadata__");
        foreach ((string key, string value) in metadata)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        long begin = 0;
        var names = new HashSet<string>(StringComparer.Ordinal) { "__metadata__" };
        foreach ((string name, IReadOnlyList<int> shape) in tensors)
        {
            if (!names.Add(name))
            {
                throw new ArgumentException($"Two tensors are called {name}; every name must be another");
            }

            long end = begin + sizeof(float) * shape.Aggregate(1L, (product, dimension) => product * dimension);
            WriteTensor(json, name, shape, begin, end);
            begin = end;
        }

        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, string name, IReadOnlyList<int> shape, long begin, long end)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", "F32");
        json.WriteStartArray("shape");
        foreach (int dimension in shape)
        {
            json.WriteNumberValue(dimension);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
