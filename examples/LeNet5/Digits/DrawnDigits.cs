using NetDsl;
using NetDsl.Runtime;

namespace DigitRecognition.Digits;

/// <summary>A data set of drawn digits: the same seed gives the same bytes, whatever the machine, culture or threads.</summary>
internal static class DrawnDigits
{
    /// <summary>Draws as many of each digit, in turn.</summary>
    /// <param name="seed">Decides every stroke.</param>
    /// <param name="part">Tells data sets of one seed apart, such as training and test.</param>
    /// <param name="count">How many pictures.</param>
    /// <param name="size">Height and width to pad the pictures to.</param>
    /// <param name="token">Stops the drawing.</param>
    public static LabeledSamples Draw(int seed, int part, int count, int size, CancellationToken token)
    {
        var samples = new float[count * size * size];
        var labels = new int[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = token }, i =>
        {
            labels[i] = i % Glyphs.Count;
            Picture picture = Paint(seed, part, i).PadTo(size, size);
            picture.ToSample(size, size).CopyTo(samples.AsSpan(i * size * size));
        });
        return new LabeledSamples(samples, labels, size, size, channels: 1, Glyphs.Count);
    }

    /// <summary>Draws picture <paramref name="index"/>, white on black.</summary>
    public static Picture Paint(int seed, int part, int index)
    {
        var pixels = new byte[DigitPainter.Size * DigitPainter.Size];
        var random = new Randomness(CounterRandom.Key((ulong)seed, (ulong)part, (ulong)index));
        DigitPainter.Paint(index % Glyphs.Count, random, pixels);
        return new Picture(DigitPainter.Size, DigitPainter.Size, 1, pixels);
    }
}
