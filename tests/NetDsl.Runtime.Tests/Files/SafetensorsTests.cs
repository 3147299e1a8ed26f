using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace NetDsl.Tests;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_layout_is_the_specification()
    {
        byte[] file = Make();
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(file);
        Assert.Equal(0UL, headerLength % 8);
        string header = Encoding.UTF8.GetString(file, 8, (int)headerLength);
        using JsonDocument json = JsonDocument.Parse(header);
        Assert.Equal("F32", json.RootElement.GetProperty("a").GetProperty("dtype").GetString());
        Assert.Equal("[2,3]", json.RootElement.GetProperty("a").GetProperty("shape").GetRawText());
        Assert.Equal("[24,28]", json.RootElement.GetProperty("b").GetProperty("data_offsets").GetRawText());
        Assert.Equal("netdsl", json.RootElement.GetProperty("__metadata__").GetProperty("format").GetString());
        Assert.Equal(8 + (int)headerLength + 28, file.Length);
        Assert.Equal(6f, BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(file.Length - 8)));
    }

    [Fact]
    public void What_is_written_is_read()
    {
        using SafetensorsReader reader = SafetensorsReader.Open(folder.Write("a", Make()));
        Assert.Equal(["a", "b"], reader.Tensors.Select(tensor => tensor.Name));
        Assert.Equal("netdsl", reader.Metadata["format"]);
        var values = new float[6];
        reader.ReadValues(reader.Tensors[0], values);
        Assert.Equal([1, 2, 3, 4, 5, 6], values);
        Assert.Throws<InvalidDataException>(() => reader.ReadValues(reader.Tensors[1], values));
    }

    [Fact]
    public void Values_and_shape_must_agree_and_names_differ()
    {
        var metadata = new Dictionary<string, string>();
        ReadOnlyMemory<float> two = new float[] { 1, 2 };
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(Stream.Null, [("a", [3], two)], metadata));
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(Stream.Null, [("a", [2], two), ("a", [2], two)], metadata));
    }

    [Fact]
    public void Every_truncation_is_found()
    {
        foreach (byte[] broken in Mutations.Truncated(Make(), most: 300))
        {
            string path = folder.Write("a", broken);
            Messages.OfDamage(path, () => SafetensorsReader.Open(path).Dispose());
        }
    }

    [Fact]
    public void Foreign_files_and_trailing_bytes_are_found()
    {
        foreach (byte[] content in Mutations.Foreign().Append([.. Make(), 0]))
        {
            string path = folder.Write("a", content);
            Messages.OfDamage(path, () => SafetensorsReader.Open(path).Dispose());
        }
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}""", "no JSON")]
    [InlineData("""["a"]""", "begin with '{'")]
    [InlineData(""" {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "begin with '{'")]
    [InlineData("""{"a":1}""", "'a'")]
    [InlineData("""{"a":{"shape":[1],"data_offsets":[0,4]}}""", "lacks a dtype")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,4]}}""", "lacks a dtype, a shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", "two data_offsets")]
    [InlineData("""{"a":{"dtype":7,"shape":[1],"data_offsets":[0,4]}}""", "lacks a dtype")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "shape of -1")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "shape of 1.5")]
    [InlineData("""{"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}""", "whole numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[99999999999],"data_offsets":[0,4]}}""", "shape of 99999999999")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", "data_offsets of -4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,99999999999999999999]}}""", "data_offsets of")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "begin at 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[1,4]}}""", "begin at 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}""", "header claims 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,0]}}""", "header claims 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "begin at 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"__metadata__":[]}""", "__metadata__")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"__metadata__":{"x":1}}""", "expected a string")]
    [InlineData("""{"a\nb":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "control characters")]
    [InlineData("""{"a":{"dtype":"F\n32","shape":[1],"data_offsets":[0,4]}}""", "control characters")]
    [InlineData("""{"__metadata__":{"x":"1"}}""", "header claims 0")]
    [InlineData("""{}""", "header claims 0")]
    [InlineData("""{"a":null}""", "'a'")]
    [InlineData("""{"a":{"dtype":"F32","shape":{"x":1},"data_offsets":[0,4]}}""", "a shape")]
    public void Headers_that_lie_are_found(string header, string expected)
    {
        string path = folder.Write("a", WithHeader(header, new byte[4]));
        Assert.Contains(expected, Messages.OfDamage(path, () => SafetensorsReader.Open(path).Dispose()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(long.MaxValue)]
    [InlineData(100_000_001)]
    [InlineData(1 << 30)]
    public void A_header_of_a_huge_length_takes_no_memory(ulong length)
    {
        byte[] file = Make();
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        string path = folder.Write("a", file);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("claims a header", Messages.OfDamage(path, () => SafetensorsReader.Open(path).Dispose()), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000);
    }

    [Fact]
    public void Invalid_utf8_and_deep_nesting_are_found()
    {
        byte[] deep = WithHeader("{\"a\":" + new string('[', 5000) + new string(']', 5000) + "}", []);
        byte[] invalid = WithHeader("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", new byte[4]);
        invalid[10] = 0xFF;
        foreach (byte[] broken in new[] { deep, invalid })
        {
            string path = folder.Write("a", broken);
            Messages.OfDamage(path, () => SafetensorsReader.Open(path).Dispose());
        }
    }

    private static byte[] Make()
    {
        using var stream = new MemoryStream();
        SafetensorsWriter.Write(
            stream,
            [("a", [2, 3], new float[] { 1, 2, 3, 4, 5, 6 }), ("b", [], new float[] { 7 })],
            new Dictionary<string, string> { ["format"] = "netdsl" });
        return stream.ToArray();
    }

    private static byte[] WithHeader(string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        return [.. length, .. json, .. data];
    }
}
