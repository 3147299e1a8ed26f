using System.Globalization;

namespace NetDsl;

/// <summary>The checkpoints of one training: files in one folder, called by their step.</summary>
/// <param name="path">The folder; it need not exist.</param>
public sealed class CheckpointFolder(string path)
{
    private const string Prefix = "checkpoint-";
    private const string Suffix = ".safetensors";

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>All checkpoints, the newest first.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<string> Files => Directory.Exists(Path)
        ? [.. Directory.GetFiles(Path, Prefix + "*" + Suffix).Where(file => StepOf(file) >= 0).OrderByDescending(StepOf)]
        : [];

    /// <summary>Deletes all checkpoints, and the folder if nothing else is in it.</summary>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    public void Clear()
    {
        Delete(Files);
        RemoveLeftovers();
        if (Directory.Exists(Path) && !Directory.EnumerateFileSystemEntries(Path).Any())
        {
            Directory.Delete(Path);
        }
    }

    internal static long StepOf(string file)
    {
        ReadOnlySpan<char> name = System.IO.Path.GetFileName(file.AsSpan());
        return name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal)
            && long.TryParse(name[Prefix.Length..^Suffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out long step)
            ? step
            : -1;
    }

    internal string FileOf(long step) =>
        System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step:D9}{Suffix}"));

    /// <summary>Deletes all but the newest.</summary>
    internal void Prune(int keep) => Delete(Files.Skip(keep));

    /// <summary>Deletes what a process left that was killed while it wrote.</summary>
    internal void RemoveLeftovers()
    {
        if (Directory.Exists(Path))
        {
            Delete(Directory.GetFiles(Path, $".{Prefix}*{Suffix}.*.tmp", new EnumerationOptions { AttributesToSkip = 0 }));
        }
    }

    private static void Delete(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            File.Delete(file);
        }
    }
}
