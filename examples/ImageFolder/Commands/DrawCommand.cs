using System.Globalization;
using PictureClassification.Shapes;

namespace PictureClassification.Commands;

/// <summary>Draws a demonstration folder.</summary>
internal static class DrawCommand
{
    public static int Run(string folder, int count, int seed, CancellationToken token)
    {
        ShapeFolder.Draw(folder, count, seed, token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Drew {count:N0} pictures of {ShapePainter.Names.Count} shapes into {Path.GetFullPath(folder)}"));
        return 0;
    }
}
