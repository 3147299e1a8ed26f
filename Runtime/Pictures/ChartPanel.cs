namespace NetDsl;

/// <summary>One chart of curves, over epochs or something else: a frame with a grid, labels at its sides, a title and a legend.</summary>
internal sealed class ChartPanel
{
    private const int Ink = 0x303030;
    private const int Pale = 0xE4E4E4;
    private const int LetterHeight = 2 * BitmapFont.Ascent;

    private readonly Canvas canvas;
    private readonly int left;
    private readonly int top;
    private readonly int width;
    private readonly int height;
    private readonly Axis x;
    private readonly Axis y;

    /// <summary>Draws the frame at a place of the canvas; labels and title lie outside of it.</summary>
    public ChartPanel(Canvas canvas, (int Left, int Top, int Width, int Height) frame, string title, Axis x, Axis y, string unit, string across = "epoch")
    {
        (this.canvas, this.x, this.y) = (canvas, x, y);
        (left, top, width, height) = frame;
        canvas.Text(left, top - 2 * LetterHeight, title, Ink);
        foreach (double value in y.Marks())
        {
            string label = y.Label(value) + unit;
            int at = Vertical(value);
            canvas.FillBox(left, at, width, 1, Pale);
            canvas.Text(left - 10 - TextWidth(label), at - LetterHeight / 2, label, Ink);
        }

        foreach (double value in x.Marks())
        {
            string label = x.Label(value);
            int at = Horizontal(value);
            canvas.FillBox(at, top + height, 1, 6, Ink);
            canvas.Text(at - TextWidth(label) / 2, top + height + 12, label, Ink);
        }

        canvas.FillBox(left, top, 1, height, Ink);
        canvas.FillBox(left, top + height, width, 1, Ink);
        canvas.Text(left + (width - TextWidth(across)) / 2, top + height + 12 + 2 * LetterHeight, across, Ink);
    }

    /// <summary>Draws a curve; values that are missing or not finite are left out.</summary>
    public void Curve(IReadOnlyList<(int X, double? Value)> points, int colour)
    {
        (double X, double Y)? last = null;
        foreach ((int at, double? value) in points)
        {
            if (value is not { } number || !double.IsFinite(number))
            {
                last = null;
                continue;
            }

            (double X, double Y) here = (Horizontal(at) + 0.5, Vertical(number) + 0.5);
            canvas.Line(here, here, 7, colour);
            canvas.Line(last ?? here, here, 2.5, colour);
            last = here;
        }
    }

    /// <summary>Names the curves, in one row above the frame's right end.</summary>
    public void Legend(IReadOnlyList<(string Name, int Colour)> curves)
    {
        int right = left + width;
        foreach ((string name, int colour) in curves.Reverse())
        {
            right -= TextWidth(name);
            int line = top - 2 * LetterHeight + LetterHeight / 2;
            canvas.Text(right, top - 2 * LetterHeight, name, Ink);
            canvas.Line((right - 30, line), (right - 10, line), 3, colour);
            right -= 50;
        }
    }

    private static int TextWidth(string text) => 2 * BitmapFont.Width(text);

    private int Horizontal(double value) => left + (int)Math.Round(x.Part(value) * width);

    private int Vertical(double value) => top + height - (int)Math.Round(y.Part(value) * height);
}
