namespace NetDsl;

/// <summary>Writes files that appear whole or not at all: beside the target under another name, then renamed over it.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file. If anything fails, the file that was there before stays as it was.</summary>
    /// <param name="path">Where the file appears; its folder must exist. A device such as /dev/stdout is written to directly.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The folder is missing or not writable, or the disk is full; the message names the file.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Target(path);
        try
        {
            if (IsDevice(target))
            {
                using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
                write(device);
                return;
            }

            WriteAside(target, write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || IsTooLong(e))
        {
            throw CannotWrite(path, e);
        }
    }

    /// <summary>Makes the folder that a file stands in, and those above it.</summary>
    /// <exception cref="IOException">It cannot be made; the message names the file.</exception>
    public static void CreateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(FolderOf(Target(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, e);
        }
    }

    /// <summary>Finds out whether a file could be written, without touching the one that is there.</summary>
    /// <exception cref="IOException">It cannot; the message names the file and says why.</exception>
    public static void CheckWritable(string path)
    {
        string target = Target(path);
        try
        {
            if (!IsDevice(target))
            {
                CheckTarget(target);
                File.Delete(CreateAside(target, static _ => { }));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, e);
        }
    }

    private static void WriteAside(string target, Action<Stream> write)
    {
        CheckTarget(target);
        string aside = CreateAside(target, write);
        try
        {
            File.Move(aside, target, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    private static string CreateAside(string target, Action<Stream> write)
    {
        string aside = Path.Combine(FolderOf(target), $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
            write(stream);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }

        return aside;
    }

    private static void CheckTarget(string target)
    {
        string folder = FolderOf(target);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException(
                File.Exists(folder) ? $"{folder} is a file, not a folder" : $"there is no folder {folder}");
        }

        if (Directory.Exists(target))
        {
            throw new IOException("a folder of that name is there");
        }
    }

    // A link stays and the file that it points to is replaced. Devices keep their name: /dev/stdout is itself a link.
    private static string Target(string path)
    {
        string full = Path.GetFullPath(path);
        var file = new FileInfo(full);
        return IsDevice(full) || file.LinkTarget is null ? full : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    // Renaming over a device would replace it; shared memory under /dev/shm has ordinary files.
    private static bool IsDevice(string full) => !OperatingSystem.IsWindows()
        && full.StartsWith("/dev/", StringComparison.Ordinal)
        && !full.StartsWith("/dev/shm/", StringComparison.Ordinal)
        && File.Exists(full);

    private static string FolderOf(string target) => Path.GetDirectoryName(target) ?? target;

    // So a stream reports a file longer than the file system (4 GiB with FAT) or a limit of the process allows.
    private static bool IsTooLong(Exception e) => e is ArgumentOutOfRangeException { ParamName: "value", ActualValue: null };

    private static IOException CannotWrite(string path, Exception cause) =>
        new($"Cannot write {path}: {(IsTooLong(cause) ? "the file is longer than the file system or a limit allows" : cause.Message)}", cause);
}
