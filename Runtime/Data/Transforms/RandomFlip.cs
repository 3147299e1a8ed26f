namespace NetDsl;

/// <summary>Mirrors the picture left to right, top to bottom, or both.</summary>
public sealed class RandomFlip : ImageTransform
{
    private readonly double horizontal;
    private readonly double vertical;

    /// <summary>Flips of given probabilities.</summary>
    /// <param name="horizontal">How often left and right change places.</param>
    /// <param name="vertical">How often top and bottom do.</param>
    public RandomFlip(double horizontal = 0.5, double vertical = 0)
    {
        this.horizontal = TransformArgument.Within(horizontal, 0, 1, "The probability of a horizontal flip");
        this.vertical = TransformArgument.Within(vertical, 0, 1, "The probability of a vertical flip");
    }

    /// <inheritdoc/>
    public override void Apply(SampleBuffer sample, SampleRandom random)
    {
        (bool mirror, bool turn) = (random.Happens(horizontal), random.Happens(vertical));
        (int height, int width, int channels) = sample.Shape;
        for (int row = 0; mirror && row < height; row++)
        {
            Mirror(sample.Values.Slice(row * width * channels, width * channels), channels);
        }

        if (turn)
        {
            Mirror(sample.Values, width * channels);
        }
    }

    private static void Mirror(Span<float> values, int unit)
    {
        if (unit == 1)
        {
            values.Reverse();
            return;
        }

        for ((int low, int high) = (0, values.Length - unit); low < high; low += unit, high -= unit)
        {
            for (int i = 0; i < unit; i++)
            {
                (values[low + i], values[high + i]) = (values[high + i], values[low + i]);
            }
        }
    }
}
