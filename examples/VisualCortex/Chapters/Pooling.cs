using NetDsl;

namespace VisualCortex.Chapters;

/// <summary>The largest of every four cells.</summary>
[Network(Training = false), Input(4, 4, 1), MaxPool2d(2, 2)]
public sealed partial class LargestOfFour;

/// <summary>The mean of every four cells.</summary>
[Network(Training = false), Input(4, 4, 1), AvgPool2d(2, 2)]
public sealed partial class MeanOfFour;

/// <summary>Maximum pooling of a whole picture.</summary>
[Network(Training = false), Input(Views.DetailHeight, Views.DetailWidth, 1), MaxPool2d(2, 2)]
public sealed partial class Largest;

/// <summary>Mean pooling of a whole picture.</summary>
[Network(Training = false), Input(Views.DetailHeight, Views.DetailWidth, 1), AvgPool2d(2, 2)]
public sealed partial class Mean;

internal static class Pooling
{
    private const int Height = Largest.Facts.MaxPool2d1.OutputHeight;
    private const int Width = Largest.Facts.MaxPool2d1.OutputWidth;

    private static readonly float[] Line =
    [
        0, 9, 1, 0,
        1, 9, 0, 2,
        0, 9, 3, 1,
        2, 8, 1, 0,
    ];

    private static readonly float[] MovedLine =
    [
        9, 1, 0, 0,
        9, 0, 2, 1,
        9, 3, 1, 0,
        8, 1, 0, 2,
    ];

    public static void Show(Album album, Picture detail)
    {
        Page.Heading("Pooling: smaller, and less particular about the place");
        Page.Text($"""
            A 2 x 2 pool takes four cells and gives one: the largest, or the mean. It has no weights (ParameterCount = {LargestOfFour.ParameterCount})
            and leaves a quarter of the values to all layers behind it.
            """);
        Tell("a bright line", Line);
        Tell("moved one cell to the left", MovedLine);
        Page.Text("""
            The line moved by a cell, and its 9 came out at the same places: a small shift within a window is forgotten. The mean
            keeps something of every cell, but thins a strong answer out.
            """);
        float[] sample = detail.ToSample(Views.DetailHeight, Views.DetailWidth);
        album.Add(
            "pooling",
            PictureSheet.Draw(
                columns: 2,
                ("maximum", FeatureMapPicture.Draw(new Largest().Predict(sample), Height, Width, channels: 1, scale: 2)),
                ("mean", FeatureMapPicture.Draw(new Mean().Predict(sample), Height, Width, channels: 1, scale: 2))),
            $"the grey detail in {Height} x {Width}: left the maximum, where what is bright grows, right the mean");
    }

    private static void Tell(string what, float[] cells)
    {
        float[] largest = new LargestOfFour().Predict(cells);
        float[] mean = new MeanOfFour().Predict(cells);
        Page.Text($"  {what,-30}maximum           mean");
        for (int row = 0; row < 4; row++)
        {
            string pooled = row < 2 ? $"{Page.Row(largest[(2 * row)..(2 * row + 2)], 6)}      {Page.Row(mean[(2 * row)..(2 * row + 2)], 6)}" : "";
            Console.WriteLine($"  {Page.Row(cells[(4 * row)..(4 * row + 4)], 4),-24}{pooled}".TrimEnd());
        }
    }
}
