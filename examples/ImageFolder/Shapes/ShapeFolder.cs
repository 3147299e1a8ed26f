using System.Globalization;
using NetDsl;

namespace PictureClassification.Shapes;

/// <summary>A folder of drawn shapes, a subfolder for each. Which pictures it holds depends on seed and number alone.</summary>
internal static class ShapeFolder
{
    private const int Size = 48;

    /// <summary>Draws pictures into a folder that appears whole or not at all.</summary>
    /// <exception cref="IOException">The folder exists and has something in it, or cannot be written.</exception>
    public static void Draw(string folder, int count, int seed, CancellationToken token)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"{folder} is there already; shapes are drawn into a new or empty folder");
        }

        string aside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".part";
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }

        foreach (string name in ShapePainter.Names)
        {
            AtomicFile.CreateFolder(Path.Combine(aside, name, "picture.png"));
        }

        for (int i = 0; i < count; i++)
        {
            token.ThrowIfCancellationRequested();
            int shape = i % ShapePainter.Names.Count;
            string file = string.Create(CultureInfo.InvariantCulture, $"{i:D6}.png");
            Picture picture = ShapePainter.Paint(shape, Size, new SampleRandom(seed, epoch: 0, i));
            using FileStream stream = File.Create(Path.Combine(aside, ShapePainter.Names[shape], file));
            PngWriter.Write(stream, picture);
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder);
        }

        Directory.Move(aside, folder);
    }
}
