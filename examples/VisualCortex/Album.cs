using NetDsl;

namespace VisualCortex;

/// <summary>The folder of the pictures. In a terminal they are shown in place too, small.</summary>
internal sealed class Album
{
    private readonly string folder;
    private int count;

    /// <summary>Finds out first whether pictures can be written, before anything is told about them.</summary>
    /// <exception cref="IOException">They cannot.</exception>
    public Album(string folder)
    {
        this.folder = folder;
        string probe = Path.Combine(folder, "picture.png");
        AtomicFile.CreateFolder(probe);
        AtomicFile.CheckWritable(probe);
    }

    /// <summary>Writes a picture, which appears whole or not at all, and says what it shows.</summary>
    public void Add(string name, Picture picture, string meaning)
    {
        PngWriter.Write(Path.Combine(folder, $"{name}.png"), picture);
        count++;
        Console.WriteLine();
        if (HalfBlocks.CanBeShown)
        {
            Console.WriteLine(HalfBlocks.Render(picture));
        }

        Console.WriteLine($"  [{name}.png] {meaning}");
    }

    public void Close()
    {
        Console.WriteLine();
        Console.WriteLine($"{count} pictures are in {Path.GetFullPath(folder)}");
    }
}
