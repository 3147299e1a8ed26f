namespace DigitRecognition.Digits;

/// <summary>Draws one digit as somebody might have written it.</summary>
internal static class DigitPainter
{
    /// <summary>Height and width of a drawn picture, those of MNIST.</summary>
    public const int Size = 28;

    private const int MostDistractors = 2;

    public static void Paint(int digit, Randomness random, Span<byte> pixels)
    {
        var canvas = new Canvas(Size);
        var hand = new Handwriting(random, Size);
        double thickness = random.Between(1.2, 3);
        double darkness = random.Between(0.6, 1);
        foreach (Stroke stroke in Glyphs.Pick(digit, random))
        {
            canvas.Draw(Array.ConvertAll(stroke.Points, hand.Place), thickness, darkness);
        }

        for (int i = random.Below(MostDistractors + 1); i > 0; i--)
        {
            DrawDistractor(canvas, random);
        }

        canvas.AddNoise(random, random.Between(0, 0.12));
        canvas.CopyTo(pixels);
    }

    // Without scratches on the paper, the place of the ink alone would tell some digits apart.
    private static void DrawDistractor(Canvas canvas, Randomness random)
    {
        var from = new Point(random.Between(0, Size), random.Between(0, Size));
        var to = new Point(from.X + random.Between(-5, 5), from.Y + random.Between(-5, 5));
        canvas.Draw([from, to], random.Between(0.6, 1.6), random.Between(0.3, 0.9));
    }
}
