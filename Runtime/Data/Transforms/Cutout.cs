namespace NetDsl;

/// <summary>
/// Covers a square at a random place, part of which may lie outside of the picture (DeVries and Taylor 2017, "Improved regularization of
/// convolutional neural networks with cutout").
/// </summary>
public sealed class Cutout : ImageTransform
{
    private readonly int size;
    private readonly float fill;
    private readonly double probability;

    /// <summary>A square.</summary>
    /// <param name="size">Its rows and columns.</param>
    /// <param name="fill">The value that covers it; the mean of the inputs hides it best, 0 where they are normalised.</param>
    /// <param name="probability">How often a sample has one.</param>
    public Cutout(int size, float fill = 0, double probability = 1)
    {
        this.size = TransformArgument.Within(size, 1, 1 << 12, "The size of a cutout");
        this.fill = TransformArgument.Within(fill, -1e6f, 1e6f, "The value of a cutout");
        this.probability = TransformArgument.Within(probability, 0, 1, "The probability of a cutout");
    }

    /// <inheritdoc/>
    public override void Apply(SampleBuffer sample, SampleRandom random)
    {
        bool happens = random.Happens(probability);
        (int height, int width, int channels) = sample.Shape;
        (int top, int left) = (random.Below(height) - size / 2, random.Below(width) - size / 2);
        if (!happens)
        {
            return;
        }

        (int from, int to) = (Math.Max(0, left), Math.Min(width, left + size));
        for (int row = Math.Max(0, top); row < Math.Min(height, top + size); row++)
        {
            sample.Values.Slice((row * width + from) * channels, (to - from) * channels).Fill(fill);
        }
    }
}
