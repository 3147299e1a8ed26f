using NetDsl;
using VisualCortex.Chapters;

namespace VisualCortex;

/// <summary>The chapters in order. Each stands in a file of its own, with the networks that it speaks of.</summary>
internal static class Tour
{
    /// <summary>Runs the tour; returns the program's exit code.</summary>
    /// <param name="image">A picture to look at, or null for the drawn one.</param>
    /// <param name="folder">Where the pictures go.</param>
    /// <exception cref="InvalidDataException">The picture cannot be read. Nothing was written.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static int Run(string? image, string folder)
    {
        Views views = Views.Open(image);
        var album = new Album(folder);
        LineFilters.Show(album, views.GrayDetail());
        TwoPictures.Show(album, views);
        PaddingAndStride.Show(album);
        Pooling.Show(album, views.GrayDetail());
        Memory.Show();
        MemoryOfNetworks.Show();
        Sequences.Show(album);
        Volumes.Show(album);
        Holes.Show(album);
        Transposed.Show(album, views.GrayDetail());
        PerChannel.Show(album, views.First);
        album.Close();
        return 0;
    }
}
