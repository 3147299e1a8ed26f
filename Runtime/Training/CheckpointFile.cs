using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NetDsl.Runtime;

namespace NetDsl;

/// <summary>
/// A training at one moment, as a safetensors file: the network's parameters under their names, the optimiser's and the trainer's vectors under
/// <c>training/</c>, the numbers beside them in the metadata, and a checksum over all of it.
/// </summary>
internal static class CheckpointFile
{
    private const string Format = "netdsl-checkpoint";
    private const string Version = "1";

    // A JSON writer borrows six times the length of a string to escape it, and the pool keeps what it lent.
    private const int PieceLength = 8192;

    /// <summary>Writes a checkpoint; the file appears whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, TrainingState state, ParameterSet parameters, IReadOnlyList<(string Name, PinnedBlock Block)> vectors)
    {
        string json = JsonSerializer.Serialize(state, TrainingStateJson.Default.TrainingState);
        var hash = new XxHash3();
        hash.Append(Encoding.UTF8.GetBytes(json));
        foreach (Parameter parameter in parameters)
        {
            hash.Append(MemoryMarshal.AsBytes(parameter.Values));
        }

        foreach ((_, PinnedBlock block) in vectors)
        {
            hash.Append(MemoryMarshal.AsBytes(block.Span));
        }

        var metadata = new Dictionary<string, string>
        {
            ["format"] = Format,
            ["version"] = Version,
            ["network"] = state.Settings.Network,
            ["checksum"] = Text(hash),
        };
        int pieces = 0;
        foreach (char[] piece in json.Chunk(PieceLength))
        {
            metadata.Add(PieceName(pieces++), new string(piece));
        }

        AtomicFile.Write(path, stream =>
        {
            SafetensorsWriter.WriteHeader(
                stream,
                [
                    .. parameters.Select(parameter => (parameter.Name, parameter.Shape)),
                    .. vectors.Select(vector => (vector.Name, (IReadOnlyList<int>)[vector.Block.Length])),
                ],
                metadata);
            foreach (Parameter parameter in parameters)
            {
                SafetensorsWriter.WriteValues(stream, parameter.Values);
            }

            foreach ((_, PinnedBlock block) in vectors)
            {
                SafetensorsWriter.WriteValues(stream, block.Span);
            }
        });
    }

    /// <summary>Reads a checkpoint and changes nothing.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or no checkpoint.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static (TrainingState State, IReadOnlyDictionary<string, float[]> Tensors) Read(string path)
    {
        using SafetensorsReader file = SafetensorsReader.Open(path);
        string format = file.Metadata.GetValueOrDefault("format", "none"), version = file.Metadata.GetValueOrDefault("version", "none");
        if (format != Format || version != Version)
        {
            throw new InvalidDataException($"{path} has format {format}, version {version}; this release reads checkpoints of format {Format}, version {Version}");
        }

        string json = string.Concat(Enumerable.Range(0, file.Metadata.Count)
            .Select(piece => file.Metadata.GetValueOrDefault(PieceName(piece), "")));
        var hash = new XxHash3();
        hash.Append(Encoding.UTF8.GetBytes(json));
        var tensors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (SafetensorsTensor tensor in file.Tensors)
        {
            var values = new float[(tensor.End - tensor.Begin) / sizeof(float)];
            file.ReadValues(tensor, values);
            hash.Append(MemoryMarshal.AsBytes<float>(values));
            tensors.Add(tensor.Name, values);
        }

        if (file.Metadata.GetValueOrDefault("checksum") != Text(hash))
        {
            throw new InvalidDataException($"{path} is damaged: its checksum is not that of its content");
        }

        return (Parse(path, json), tensors);
    }

    private static TrainingState Parse(string path, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TrainingStateJson.Default.TrainingState) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is damaged: what it says about the training cannot be read", e);
        }
    }

    private static string PieceName(int piece) => string.Create(CultureInfo.InvariantCulture, $"training.{piece}");

    private static string Text(XxHash3 hash) => hash.GetCurrentHashAsUInt64().ToString("X16", CultureInfo.InvariantCulture);
}
