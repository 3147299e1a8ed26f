namespace DigitRecognition.Digits;

/// <summary>A point of a glyph (0 to 1, y downwards) or of a picture (pixels).</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>What a pen draws without being lifted: a chain of straight segments.</summary>
internal sealed record Stroke(Point[] Points)
{
    private const int DegreesPerSegment = 20;

    public static Stroke Line(params ReadOnlySpan<double> coordinates)
    {
        var points = new Point[coordinates.Length / 2];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = new Point(coordinates[2 * i], coordinates[2 * i + 1]);
        }

        return new Stroke(points);
    }

    /// <summary>Part of an ellipse, clockwise from one angle to another; 0 degrees is at the right, 90 at the bottom.</summary>
    public static Stroke Arc(double x, double y, double radiusX, double radiusY, int from, int to)
    {
        int segments = (to - from + DegreesPerSegment - 1) / DegreesPerSegment;
        var points = new Point[segments + 1];
        for (int i = 0; i <= segments; i++)
        {
            double angle = (from + (double)(to - from) * i / segments) * Math.PI / 180;
            points[i] = new Point(x + radiusX * Math.Cos(angle), y + radiusY * Math.Sin(angle));
        }

        return new Stroke(points);
    }

    /// <summary>Goes on with another stroke without lifting the pen.</summary>
    public Stroke Then(Stroke next) => new([.. Points, .. next.Points]);
}
