namespace NetDsl.Runtime;

/// <summary>A network's parameters as a safetensors file: one tensor for each, under its name, in canonical layout.</summary>
public static class NetworkFile
{
    private const string Format = "netdsl";
    private const string Version = "1";
    private const int Listed = 8;

    /// <summary>Writes all parameters; the file appears whole or not at all.</summary>
    /// <param name="path">Where; the folder must exist.</param>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="networkName">The network's class, for the file's metadata.</param>
    /// <exception cref="IOException">The file cannot be written; one that was there before stays as it was.</exception>
    public static void Save(string path, ParameterSet parameters, string networkName)
    {
        var metadata = new Dictionary<string, string> { ["format"] = Format, ["version"] = Version, ["network"] = networkName };
        AtomicFile.Write(path, stream =>
        {
            SafetensorsWriter.WriteHeader(stream, [.. parameters.Select(parameter => (parameter.Name, parameter.Shape))], metadata);
            foreach (Parameter parameter in parameters)
            {
                SafetensorsWriter.WriteValues(stream, parameter.Values);
            }
        });
    }

    /// <summary>Reads all parameters, whose names and shapes must be the network's. Otherwise the network stays as it was.</summary>
    /// <param name="path">A safetensors file, written by <see cref="Save"/> or by others.</param>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="networkName">The network's class, for messages.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or its names or shapes differ; the message lists what does.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Load(string path, ParameterSet parameters, string networkName)
    {
        using SafetensorsReader file = SafetensorsReader.Open(path);
        CheckVersion(path, file);
        string[] differences = [.. Differences(file, parameters)];
        if (differences.Length > 0)
        {
            string more = differences.Length > Listed ? $"; and {differences.Length - Listed} more" : "";
            throw new InvalidDataException(
                $"{path} does not fit {networkName}: {string.Join("; ", differences.Take(Listed))}{more}");
        }

        foreach (SafetensorsTensor tensor in file.Tensors)
        {
            file.ReadValues(tensor, parameters[tensor.Name].Values);
        }

        parameters.Store.Touch();
    }

    private static void CheckVersion(string path, SafetensorsReader file)
    {
        bool isOurs = file.Metadata.GetValueOrDefault("format") == Format;
        string version = file.Metadata.GetValueOrDefault("version", "none");
        if (isOurs && version != Version)
        {
            throw new InvalidDataException($"{path} has format version {version}; this release reads version {Version}");
        }
    }

    private static IEnumerable<string> Differences(SafetensorsReader file, ParameterSet parameters)
    {
        var tensors = file.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        foreach (Parameter parameter in parameters)
        {
            if (!tensors.TryGetValue(parameter.Name, out SafetensorsTensor? tensor))
            {
                yield return $"{parameter.Name} ({Text(parameter.Shape)}) is missing";
            }
            else if (!tensor.Shape.SequenceEqual(parameter.Shape))
            {
                yield return $"{parameter.Name} is {Text(tensor.Shape)} in the file, {Text(parameter.Shape)} in the network";
            }
            else if (tensor.Type != "F32")
            {
                yield return $"{parameter.Name} has values of type {tensor.Type}, not F32";
            }
            else if (tensor.End - tensor.Begin != (long)parameter.Length * sizeof(float))
            {
                yield return $"{parameter.Name} has {SampleGeometry.Text(tensor.End - tensor.Begin)} bytes, "
                    + $"not {SampleGeometry.Text((long)parameter.Length * sizeof(float))}";
            }
        }

        foreach (SafetensorsTensor tensor in file.Tensors.Where(tensor => !parameters.TryGet(tensor.Name, out _)))
        {
            yield return $"{tensor.Name} ({Text(tensor.Shape)}) is not in the network";
        }
    }

    private static string Text(IReadOnlyList<int> shape) => shape.Count == 0 ? "a scalar" : string.Join(" x ", shape);
}
