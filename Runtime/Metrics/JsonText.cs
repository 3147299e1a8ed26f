using System.Buffers;
using System.Text;
using System.Text.Json;

namespace NetDsl;

/// <summary>Objects of JSON, one a line.</summary>
internal static class JsonText
{
    /// <summary>A line.</summary>
    /// <param name="write">Writes the object's members.</param>
    public static string Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a member; JSON knows no infinite numbers, so these and missing ones are null.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
