namespace VisualCortex.Tests;

/// <summary>A folder that the example runs in; gone when the test is over.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("visual-cortex-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Names of all files in a folder, those written aside included.</summary>
    public string[] Files(string name) => [.. Directory.GetFiles(this[name], "*", new EnumerationOptions { AttributesToSkip = 0 })
        .Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
