using System.Globalization;

namespace NetDsl;

/// <summary>Draws a confusion matrix: a row for each class, a column for what it was taken for, the darker the larger a part of the row.</summary>
public static class ConfusionMatrixPicture
{
    private const int Ink = 0x303030;
    private const int Paper = 0xFFFFFF;
    private const int LetterDot = 2;
    private const int LongestName = 12;
    private const int MostNumbers = 24;
    private const int Margin = 16;
    private const int LargestSide = 1200;

    /// <summary>Draws a matrix; numbers stand in the cells of up to 24 classes.</summary>
    /// <param name="confusion">At least one class.</param>
    public static Picture Draw(ConfusionMatrix confusion)
    {
        int classes = confusion.ClassNames.Count;
        DatasetChecks.AtLeast(1, classes, "The number of classes of a confusion matrix");
        bool hasText = classes <= MostNumbers;
        int cell = hasText ? CellWidth(confusion) : Math.Max(1, LargestSide / classes);
        string[] names = [.. confusion.ClassNames.Select(name => Caption(name, LongestName))];
        int nameWidth = hasText ? names.Max(Width) + Margin : 0;
        int heading = 2 * LetterDot * BitmapFont.Ascent + Margin;
        string title = string.Create(CultureInfo.InvariantCulture, $"accuracy {100 * confusion.Accuracy:0.00}%, rows actual, columns predicted");
        var canvas = new Canvas(2 * Margin + Math.Max(Width(title), nameWidth + classes * cell), 2 * Margin + 2 * heading + classes * cell);
        (int left, int top) = (Margin + nameWidth, Margin + 2 * heading);
        canvas.Text(Margin, Margin, title, Ink);
        for (int actual = 0; actual < classes; actual++)
        {
            long support = confusion.Support(actual);
            for (int predicted = 0; predicted < classes; predicted++)
            {
                long count = confusion[actual, predicted];
                double part = support > 0 ? (double)count / support : 0;
                (int x, int y) = (left + predicted * cell, top + actual * cell);
                canvas.FillBox(x, y, cell, cell, Shade(part));
                if (hasText && count > 0)
                {
                    Center(canvas, x, y, cell, count.ToString(CultureInfo.InvariantCulture), part > 0.5 ? Paper : Ink);
                }
            }

            if (hasText)
            {
                canvas.Text(left - Margin / 2 - Width(names[actual]), top + actual * cell + (cell - LetterDot * BitmapFont.Ascent) / 2, names[actual], Ink);
                string caption = Caption(confusion.ClassNames[actual], Math.Max(1, (cell - 4) / (LetterDot * BitmapFont.Advance)));
                canvas.Text(left + actual * cell + (cell - Width(caption)) / 2, top - LetterDot * BitmapFont.Ascent - 6, caption, Ink);
            }
        }

        return canvas.ToPicture();
    }

    private static int CellWidth(ConfusionMatrix confusion)
    {
        long most = Enumerable.Range(0, confusion.ClassNames.Count).Max(confusion.Support);
        return Math.Max(36, Width(most.ToString(CultureInfo.InvariantCulture)) + 12);
    }

    private static void Center(Canvas canvas, int x, int y, int cell, string text, int colour) =>
        canvas.Text(x + (cell - Width(text)) / 2, y + (cell - LetterDot * BitmapFont.Ascent) / 2, text, colour);

    private static string Caption(string name, int longest) => (name.Length > longest ? name[..longest] : name).ToLowerInvariant();

    private static int Width(string text) => LetterDot * BitmapFont.Width(text);

    // From white to a dark blue; the root makes rare confusions visible.
    private static int Shade(double part)
    {
        double depth = Math.Sqrt(part);
        int red = (int)Math.Round(255 - depth * (255 - 0x1F)), green = (int)Math.Round(255 - depth * (255 - 0x4E)), blue = (int)Math.Round(255 - depth * (255 - 0x8C));
        return (red << 16) | (green << 8) | blue;
    }
}
