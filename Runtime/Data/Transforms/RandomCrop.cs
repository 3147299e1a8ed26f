namespace NetDsl;

/// <summary>Cuts a part of the picture out at a random place, as AlexNet's 224 x 224 of 256 x 256 (Krizhevsky et al. 2012, section 4.1).</summary>
public sealed class RandomCrop : ImageTransform
{
    private readonly int height;
    private readonly int width;

    /// <summary>A part of a size.</summary>
    /// <param name="height">Rows, at most the picture's.</param>
    /// <param name="width">Columns, at most the picture's.</param>
    public RandomCrop(int height, int width)
    {
        this.height = TransformArgument.Within(height, 1, 1 << 20, "A crop's height");
        this.width = TransformArgument.Within(width, 1, 1 << 20, "A crop's width");
    }

    /// <inheritdoc/>
    public override SampleShape OutputShape(SampleShape input) => Cropping.Shape(input, height, width);

    /// <inheritdoc/>
    public override void Apply(SampleBuffer sample, SampleRandom random)
    {
        int top = random.Below(sample.Shape.Height - height + 1);
        int left = random.Below(sample.Shape.Width - width + 1);
        Cropping.Cut(sample, top, left, height, width);
    }
}
