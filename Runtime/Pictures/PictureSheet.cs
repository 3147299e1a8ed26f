namespace NetDsl;

/// <summary>Several pictures on one white sheet, each below a line that says what it shows.</summary>
public static class PictureSheet
{
    private const int Margin = 12;
    private const int Ink = 0x303030;
    private const int LetterDot = 2;
    private const int CaptionHeight = LetterDot * BitmapFont.Ascent + 8;

    /// <summary>Draws pictures row by row; what is transparent lies on white.</summary>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="pictures">Captions, written in small letters, and pictures of any size.</param>
    /// <exception cref="ArgumentException">There is no picture, or less than one in a row.</exception>
    public static Picture Draw(int columns, params IReadOnlyList<(string Caption, Picture Picture)> pictures)
    {
        if (pictures.Count == 0 || columns < 1)
        {
            throw new ArgumentException($"A sheet has {pictures.Count} pictures in {SampleGeometry.Text(columns)} columns; both must be at least 1");
        }

        int[] lefts = Edges(pictures, i => i % columns, Width);
        int[] tops = Edges(pictures, i => i / columns, i => CaptionHeight + i.Picture.Height);
        var canvas = new Canvas(lefts[^1], tops[^1]);
        for (int i = 0; i < pictures.Count; i++)
        {
            (int left, int top) = (lefts[i % columns], tops[i / columns]);
            canvas.Text(left, top, pictures[i].Caption.ToLowerInvariant(), Ink, LetterDot);
            canvas.Place(left, top + CaptionHeight, pictures[i].Picture);
        }

        return canvas.ToPicture();
    }

    private static int Width((string Caption, Picture Picture) entry) =>
        Math.Max(entry.Picture.Width, LetterDot * BitmapFont.Width(entry.Caption));

    // Where every row or column begins, and at last the edge of the sheet.
    private static int[] Edges(
        IReadOnlyList<(string, Picture)> pictures, Func<int, int> place, Func<(string, Picture Picture), int> size)
    {
        var edges = new List<int> { Margin };
        foreach (IGrouping<int, int> line in Enumerable.Range(0, pictures.Count).GroupBy(place))
        {
            edges.Add(checked(edges[^1] + line.Max(i => size(pictures[i])) + Margin));
        }

        return [.. edges];
    }
}
