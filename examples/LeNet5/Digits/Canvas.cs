namespace DigitRecognition.Digits;

/// <summary>A square picture that is drawn on with a round pen; 0 is paper, 1 is ink.</summary>
internal sealed class Canvas(int size)
{
    private readonly double[] ink = new double[size * size];

    public void Draw(ReadOnlySpan<Point> points, double thickness, double darkness)
    {
        for (int i = 1; i < points.Length; i++)
        {
            DrawSegment(points[i - 1], points[i], thickness / 2 + 0.5, darkness);
        }
    }

    public void AddNoise(Randomness random, double deviation)
    {
        for (int i = 0; i < ink.Length; i++)
        {
            ink[i] += deviation * random.Normal();
        }
    }

    /// <summary>The picture in the grey values of a PNG or IDX file.</summary>
    public void CopyTo(Span<byte> pixels)
    {
        for (int i = 0; i < ink.Length; i++)
        {
            pixels[i] = (byte)Math.Round(255 * Math.Clamp(ink[i], 0, 1));
        }
    }

    private void DrawSegment(Point from, Point to, double reach, double darkness)
    {
        (int left, int right) = Span(from.X, to.X, reach);
        (int top, int bottom) = Span(from.Y, to.Y, reach);
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                double covered = Math.Clamp(reach - Distance(column + 0.5, row + 0.5, from, to), 0, 1);
                ref double pixel = ref ink[row * size + column];
                pixel = Math.Max(pixel, darkness * covered);
            }
        }
    }

    private (int First, int Last) Span(double a, double b, double reach) =>
        ((int)Math.Max(0, Math.Floor(Math.Min(a, b) - reach)), (int)Math.Min(size - 1, Math.Floor(Math.Max(a, b) + reach)));

    private static double Distance(double x, double y, Point from, Point to)
    {
        (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
        double length = dx * dx + dy * dy;
        double along = length > 0 ? Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / length, 0, 1) : 0;
        (double offX, double offY) = (x - from.X - along * dx, y - from.Y - along * dy);
        return Math.Sqrt(offX * offX + offY * offY);
    }
}
