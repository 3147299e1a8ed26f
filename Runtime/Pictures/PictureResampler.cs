namespace NetDsl;

/// <summary>
/// Resizing with a triangle filter, one axis after the other. Where a picture shrinks, the triangle grows with the
/// factor, so that every pixel of the source counts.
/// </summary>
internal static class PictureResampler
{
    public static byte[] Resize(ReadOnlySpan<byte> pixels, int width, int height, int channels, int newWidth, int newHeight)
    {
        var wide = new float[checked(height * newWidth * channels)];
        (int First, float[] Weights)[] columns = Taps(width, newWidth);
        for (int row = 0; row < height; row++)
        {
            for (int i = 0; i < newWidth * channels; i++)
            {
                (int first, float[] weights) = columns[i / channels];
                float sum = 0;
                for (int tap = 0; tap < weights.Length; tap++)
                {
                    sum += weights[tap] * pixels[(row * width + first + tap) * channels + i % channels];
                }

                wide[row * newWidth * channels + i] = sum;
            }
        }

        return ResizeRows(wide, Taps(height, newHeight), newWidth * channels);
    }

    private static byte[] ResizeRows(float[] values, (int First, float[] Weights)[] rows, int rowLength)
    {
        var result = new byte[checked(rows.Length * rowLength)];
        for (int i = 0; i < result.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, rowLength);
            (int first, float[] weights) = rows[row];
            float sum = 0;
            for (int tap = 0; tap < weights.Length; tap++)
            {
                sum += weights[tap] * values[(first + tap) * rowLength + column];
            }

            result[i] = (byte)Math.Clamp(MathF.Round(sum), 0, 255);
        }

        return result;
    }

    /// <summary>For every new pixel the first old one that counts, and the weights from there on, which sum to 1.</summary>
    private static (int First, float[] Weights)[] Taps(int size, int newSize)
    {
        double factor = (double)size / newSize;
        double support = Math.Max(1, factor);
        var taps = new (int, float[])[newSize];
        for (int i = 0; i < newSize; i++)
        {
            double centre = (i + 0.5) * factor;
            int first = Math.Max(0, (int)Math.Ceiling(centre - support - 0.5));
            int last = Math.Min(size - 1, (int)Math.Floor(centre + support - 0.5));
            double[] weights = [.. Enumerable.Range(first, last - first + 1)
                .Select(j => Math.Max(0, 1 - Math.Abs(j + 0.5 - centre) / support))];
            double sum = weights.Sum();
            taps[i] = (first, Array.ConvertAll(weights, weight => (float)(weight / sum)));
        }

        return taps;
    }
}
