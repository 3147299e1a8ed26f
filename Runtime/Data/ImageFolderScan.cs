using System.IO.Enumeration;

namespace NetDsl;

/// <summary>The pictures that a folder has, by class.</summary>
internal sealed record ImageFolderScan(string[] Files, int[] Labels, string[] ClassNames)
{
    private const string Kinds = "PNG, JPEG, PGM and PPM are read";

    private static readonly string[] Read = [".png", ".jpg", ".jpeg", ".ppm", ".pgm", ".pnm"];

    private static readonly string[] NotRead =
    [
        ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".jxl", ".jp2", ".tga", ".psd", ".svg", ".ico", ".pbm", ".pam",
        ".dng", ".cr2", ".nef", ".arw",
    ];

    public static ImageFolderScan Of(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException(File.Exists(path)
                ? $"{path} is a file; expected a folder with a subfolder of pictures for each class"
                : $"There is no folder {path}");
        }

        string[] folders = [.. Directory.GetDirectories(path).Where(folder => !IsHidden(folder)).Order(StringComparer.Ordinal)];
        CheckClasses(path, folders);
        var (files, labels) = (new List<string>(), new List<int>());
        for (int label = 0; label < folders.Length; label++)
        {
            string[] pictures = [.. Pictures(folders[label]).Order(StringComparer.Ordinal)];
            if (pictures.Length == 0)
            {
                throw new InvalidDataException($"{folders[label]} has no picture; every class needs at least one ({Kinds})");
            }

            files.AddRange(pictures);
            labels.AddRange(Enumerable.Repeat(label, pictures.Length));
        }

        return new ImageFolderScan([.. files], [.. labels], [.. folders.Select(folder => Path.GetFileName(folder))]);
    }

    private static void CheckClasses(string path, string[] folders)
    {
        if (folders.Length < 2)
        {
            string found = folders.Length == 1 ? $"one subfolder, {Path.GetFileName(folders[0])}" : "no subfolder";
            throw new InvalidDataException($"{path} has {found}; expected one for each class, at least two, with the pictures in them");
        }

        if (Directory.EnumerateFiles(path).FirstOrDefault(file => HasExtension(file, Read) && !IsHidden(file)) is { } stray)
        {
            throw new InvalidDataException($"{stray} stands beside the classes' folders; every picture belongs into the folder of its class");
        }
    }

    // Links to folders are not followed further down, for they may lead in a circle.
    private static IEnumerable<string> Pictures(string folder)
    {
        var entries = new FileSystemEnumerable<string>(
            folder,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && !entry.FileName.StartsWith('.'),
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                !entry.FileName.StartsWith('.') && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        foreach (string file in entries)
        {
            if (HasExtension(file, NotRead))
            {
                throw new InvalidDataException($"{file} is of a kind that is not read; {Kinds}");
            }

            if (HasExtension(file, Read))
            {
                yield return file;
            }
        }
    }

    private static bool IsHidden(string path) => Path.GetFileName(path.AsSpan()).StartsWith('.');

    private static bool HasExtension(string file, string[] extensions) =>
        extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
