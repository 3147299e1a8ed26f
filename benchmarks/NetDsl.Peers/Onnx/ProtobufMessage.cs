using System.Runtime.InteropServices;
using System.Text;

namespace NetDsl.Peers.Onnx;

/// <summary>One message of the protocol buffers' wire format, field by field: as much of it as ONNX needs.</summary>
internal sealed class ProtobufMessage
{
    private const int VarintType = 0, LengthType = 2, FixedType = 5;

    private readonly MemoryStream bytes = new();

    public byte[] ToArray() => bytes.ToArray();

    public ProtobufMessage Number(int field, long value)
    {
        Varint((ulong)((field << 3) | VarintType));
        Varint((ulong)value);
        return this;
    }

    public ProtobufMessage Numbers(int field, IEnumerable<long> values)
    {
        foreach (long value in values)
        {
            Number(field, value);
        }

        return this;
    }

    public ProtobufMessage Real(int field, float value)
    {
        Varint((ulong)((field << 3) | FixedType));
        bytes.Write(BitConverter.GetBytes(value));
        return this;
    }

    public ProtobufMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtobufMessage Floats(int field, ReadOnlySpan<float> values) => Bytes(field, MemoryMarshal.AsBytes(values));

    public ProtobufMessage Nested(int field, ProtobufMessage message) =>
        Bytes(field, message.bytes.GetBuffer().AsSpan(0, (int)message.bytes.Length));

    private ProtobufMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint((ulong)((field << 3) | LengthType));
        Varint((ulong)value.Length);
        bytes.Write(value);
        return this;
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes.WriteByte((byte)(value | 0x80));
        }

        bytes.WriteByte((byte)value);
    }
}
