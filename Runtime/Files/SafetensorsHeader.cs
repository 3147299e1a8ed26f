using System.Text.Json;

namespace NetDsl;

/// <summary>Reads and checks the JSON header of a safetensors file.</summary>
internal static class SafetensorsHeader
{
    private const string Metadata = "__metadata__";
    private const int LongestName = 500;

    /// <param name="json">The header's bytes.</param>
    /// <param name="dataLength">Bytes behind the header.</param>
    /// <param name="metadata">Receives the file's free text.</param>
    public static List<SafetensorsTensor> Parse(ReadOnlyMemory<byte> json, long dataLength, Dictionary<string, string> metadata)
    {
        if (json.Length == 0 || json.Span[0] != (byte)'{')
        {
            throw new InvalidDataException("its header does not begin with '{'");
        }

        using JsonDocument document = ParseJson(json);
        var tensors = new List<SafetensorsTensor>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty entry in document.RootElement.EnumerateObject())
        {
            CheckName(entry.Name);
            if (!names.Add(entry.Name))
            {
                throw new InvalidDataException($"'{entry.Name}' comes twice in its header");
            }

            if (entry.Name == Metadata)
            {
                ReadMetadata(entry.Value, metadata);
            }
            else
            {
                tensors.Add(ReadTensor(entry.Name, entry.Value));
            }
        }

        CheckOffsets(tensors, dataLength);
        return tensors;
    }

    // Names and types end up in messages, which are one line.
    private static void CheckName(string name)
    {
        if (name.Length > LongestName || name.Any(char.IsControl))
        {
            throw new InvalidDataException(
                $"a name in its header has {SampleGeometry.Text(name.Length)} characters, or control characters; "
                + $"expected at most {LongestName} of others");
        }
    }

    private static JsonDocument ParseJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"its header is no JSON (byte {e.BytePositionInLine} of line {e.LineNumber + 1})", e);
        }
    }

    private static void ReadMetadata(JsonElement element, Dictionary<string, string> metadata)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"its {Metadata} is {element.ValueKind}; expected an object of strings");
        }

        foreach (JsonProperty entry in element.EnumerateObject())
        {
            metadata[entry.Name] = entry.Value.ValueKind == JsonValueKind.String
                ? entry.Value.GetString()!
                : throw new InvalidDataException($"its {Metadata} '{entry.Name}' is {entry.Value.ValueKind}; expected a string");
        }
    }

    private static SafetensorsTensor ReadTensor(string name, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("dtype", out JsonElement type) || type.ValueKind != JsonValueKind.String
            || !element.TryGetProperty("shape", out JsonElement shape) || shape.ValueKind != JsonValueKind.Array
            || !element.TryGetProperty("data_offsets", out JsonElement offsets) || offsets.ValueKind != JsonValueKind.Array
            || offsets.GetArrayLength() != 2)
        {
            throw new InvalidDataException($"'{name}' in its header lacks a dtype, a shape or two data_offsets");
        }

        CheckName(type.GetString()!);
        return new SafetensorsTensor(
            name,
            type.GetString()!,
            [.. shape.EnumerateArray().Select(dimension => (int)Number(dimension, int.MaxValue, name, "shape"))],
            Number(offsets[0], long.MaxValue, name, "data_offsets"),
            Number(offsets[1], long.MaxValue, name, "data_offsets"));
    }

    private static long Number(JsonElement element, long highest, string name, string what) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out long number) && number >= 0 && number <= highest
            ? number
            : throw new InvalidDataException(
                $"'{name}' has a {what} of {Shortened(element)}; expected whole numbers from 0 to {SampleGeometry.Text(highest)}");

    private static string Shortened(JsonElement element)
    {
        string text = element.GetRawText();
        return text.Length <= 40 ? text : text[..40] + "...";
    }

    private static void CheckOffsets(List<SafetensorsTensor> tensors, long dataLength)
    {
        long expected = 0;
        foreach (SafetensorsTensor tensor in tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            if (tensor.Begin != expected || tensor.End < tensor.Begin)
            {
                throw new InvalidDataException($"'{tensor.Name}' has bytes {SampleGeometry.Text(tensor.Begin)} to "
                    + $"{SampleGeometry.Text(tensor.End)}; expected them to begin at {SampleGeometry.Text(expected)}");
            }

            expected = tensor.End;
        }

        if (expected != dataLength)
        {
            throw new InvalidDataException($"it has {SampleGeometry.Text(dataLength)} bytes of values; "
                + $"its header claims {SampleGeometry.Text(expected)}");
        }
    }
}
