namespace NetDsl.Runtime;

/// <summary>A network's parameters as a safetensors file: one tensor for each, under its name, in canonical layout.</summary>
public static class NetworkFile
{
    private const string Format = "netdsl";
    private const string Version = "1";
    private const int Listed = 8;

    /// <summary>How the names of tensors begin that a checkpoint has beside the parameters.</summary>
    internal const string TrainingPrefix = "training/";

    /// <summary>Writes all parameters; the file appears whole or not at all.</summary>
    /// <param name="path">Where; the folder must exist.</param>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="networkName">The network's class, for the file's metadata.</param>
    /// <exception cref="IOException">The file cannot be written; one that was there before stays as it was.</exception>
    public static void Save(string path, ParameterSet parameters, string networkName)
    {
        var metadata = new Dictionary<string, string>(parameters.Metadata) { ["format"] = Format, ["version"] = Version, ["network"] = networkName };
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

        foreach (SafetensorsTensor tensor in file.Tensors.Where(IsParameter))
        {
            file.ReadValues(tensor, parameters[tensor.Name].Values);
        }

        parameters.Metadata.Clear();
        foreach ((string key, string value) in file.Metadata.Where(entry => entry.Key is not ("format" or "version" or "network")))
        {
            parameters.Metadata.Add(key, value);
        }

        parameters.Store.Touch();
    }

    /// <summary>Reads the parameters whose names and shapes are the network's; the others stay as they were.</summary>
    /// <inheritdoc cref="ParameterSet.LoadMatching"/>
    /// <param name="path">The file.</param>
    /// <param name="parameters">The network's parameters.</param>
    internal static LoadReport LoadMatching(string path, ParameterSet parameters)
    {
        using SafetensorsReader file = SafetensorsReader.Open(path);
        CheckVersion(path, file);
        var (loaded, different, unused) = (new List<(Parameter Parameter, float[] Values)>(), new List<string>(), new List<string>());
        foreach (SafetensorsTensor tensor in file.Tensors.Where(IsParameter))
        {
            if (!parameters.TryGet(tensor.Name, out Parameter? parameter))
            {
                unused.Add(tensor.Name);
            }
            else if (Difference(parameter, tensor) is { } difference)
            {
                different.Add(difference);
            }
            else
            {
                var values = new float[parameter.Length];
                file.ReadValues(tensor, values);
                loaded.Add((parameter, values));
            }
        }

        if (loaded.Count == 0)
        {
            throw new InvalidDataException($"{path} has nothing that fits the network: its tensors are "
                + $"{NamePattern.List([.. file.Tensors.Select(tensor => tensor.Name)])}; the network's parameters "
                + NamePattern.List([.. parameters.Select(parameter => parameter.Name)]));
        }

        foreach ((Parameter parameter, float[] values) in loaded)
        {
            parameter.CopyFrom(values);
        }

        var names = file.Tensors.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        return new LoadReport(
            [.. loaded.Select(entry => entry.Parameter.Name)],
            different,
            [.. parameters.Select(parameter => parameter.Name).Where(name => !names.Contains(name))],
            unused);
    }

    private static bool IsParameter(SafetensorsTensor tensor) => !tensor.Name.StartsWith(TrainingPrefix, StringComparison.Ordinal);

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
            else if (Difference(parameter, tensor) is { } difference)
            {
                yield return difference;
            }
        }

        foreach (SafetensorsTensor tensor in file.Tensors.Where(tensor => IsParameter(tensor) && !parameters.TryGet(tensor.Name, out _)))
        {
            yield return $"{tensor.Name} ({Text(tensor.Shape)}) is not in the network";
        }
    }

    private static string? Difference(Parameter parameter, SafetensorsTensor tensor)
    {
        long bytes = tensor.End - tensor.Begin, wanted = (long)parameter.Length * sizeof(float);
        return !tensor.Shape.SequenceEqual(parameter.Shape)
            ? $"{parameter.Name} is {Text(tensor.Shape)} in the file, {Text(parameter.Shape)} in the network"
            : tensor.Type != "F32" ? $"{parameter.Name} has values of type {tensor.Type}, not F32"
            : bytes != wanted ? $"{parameter.Name} has {SampleGeometry.Text(bytes)} bytes, not {SampleGeometry.Text(wanted)}"
            : null;
    }

    private static string Text(IReadOnlyList<int> shape) => shape.Count == 0 ? "a scalar" : string.Join(" x ", shape);
}
