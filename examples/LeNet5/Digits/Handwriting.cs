namespace DigitRecognition.Digits;

/// <summary>How one writer's hand changes a glyph: wavering, size, slant, turn and place.</summary>
internal sealed class Handwriting
{
    private const double BoxSize = 19;

    private readonly double waver;
    private readonly double waves;
    private readonly double phase;
    private readonly double width;
    private readonly double height;
    private readonly double slant;
    private readonly double cosine;
    private readonly double sine;
    private readonly double left;
    private readonly double top;

    public Handwriting(Randomness random, int pictureSize)
    {
        (waver, waves, phase) = (random.Between(0, 0.05), random.Between(3, 9), random.Between(0, 2 * Math.PI));
        double scale = BoxSize * random.Between(0.7, 1.1);
        (width, height) = (scale * random.Between(0.65, 1.1), scale);
        slant = random.Between(-0.35, 0.35);
        double turn = random.Between(-0.25, 0.25);
        (cosine, sine) = (Math.Cos(turn), Math.Sin(turn));
        double room = Math.Max(0, (pictureSize - scale) / 2 - 2);
        (left, top) = (pictureSize / 2.0 + random.Between(-room, room), pictureSize / 2.0 + random.Between(-room, room));
    }

    public Point Place(Point point)
    {
        double waveringX = point.X + waver * Math.Sin(waves * point.Y + phase);
        double waveringY = point.Y + waver * Math.Sin(waves * point.X - phase);
        double y = height * (waveringY - 0.5);
        double x = width * (waveringX - 0.5) - slant * y;
        return new Point(left + cosine * x - sine * y, top + sine * x + cosine * y);
    }
}
