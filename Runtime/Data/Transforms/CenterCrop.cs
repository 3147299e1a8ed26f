namespace NetDsl;

/// <summary>Cuts the middle of the picture out: what a validation does where the training crops at random.</summary>
public sealed class CenterCrop : ImageTransform
{
    private readonly int height;
    private readonly int width;

    /// <summary>A part of a size.</summary>
    /// <param name="height">Rows, at most the picture's.</param>
    /// <param name="width">Columns, at most the picture's.</param>
    public CenterCrop(int height, int width)
    {
        this.height = TransformArgument.Within(height, 1, 1 << 20, "A crop's height");
        this.width = TransformArgument.Within(width, 1, 1 << 20, "A crop's width");
    }

    /// <inheritdoc/>
    public override SampleShape OutputShape(SampleShape input) => Cropping.Shape(input, height, width);

    /// <inheritdoc/>
    public override void Apply(SampleBuffer sample, SampleRandom random) =>
        Cropping.Cut(sample, (sample.Shape.Height - height) / 2, (sample.Shape.Width - width) / 2, height, width);
}
