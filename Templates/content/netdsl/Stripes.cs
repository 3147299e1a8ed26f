using NetDsl;

/// <summary>Made-up pictures of stripes with some noise. Replace them with your own samples.</summary>
public static class Stripes
{
    public static LabeledSamples Draw(int count, int seed)
    {
        var random = new Random(seed);
        var pixels = new float[count * StripeNetwork.InputLength];
        var labels = new int[count];
        for (int sample = 0; sample < count; sample++)
        {
            labels[sample] = random.Next(3);
            double phase = random.NextDouble() * 2 * Math.PI;
            for (int row = 0; row < 12; row++)
            {
                for (int column = 0; column < 12; column++)
                {
                    int along = labels[sample] switch { 0 => column, 1 => row, _ => row + column };
                    double noise = random.NextDouble() - 0.5;
                    pixels[((sample * 12) + row) * 12 + column] = (float)(Math.Sin((along * 1.5) + phase) + noise);
                }
            }
        }

        return new LabeledSamples(pixels, labels, StripeNetwork.InputLength);
    }
}
