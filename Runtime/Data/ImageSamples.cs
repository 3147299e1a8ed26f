namespace NetDsl;

/// <summary>Labelled pictures in memory, a byte for each channel of a pixel: a quarter of what floats take.</summary>
public sealed class ImageSamples : IImageDataset
{
    private readonly byte[] pixels;
    private readonly int[] labels;
    private readonly float[] values;

    /// <summary>Wraps the arrays, which are not copied.</summary>
    /// <param name="pixels">All pictures, one after the other, row by row, the channels of a pixel side by side.</param>
    /// <param name="labels">The class of each picture, from 0.</param>
    /// <param name="shape">The shape of each picture.</param>
    /// <param name="classNames">What the classes are called; every label is below their number.</param>
    /// <param name="scale">How pixels become inputs; 0 to 1 unless given.</param>
    /// <exception cref="ArgumentException">The lengths do not agree, or a label is not a class.</exception>
    public ImageSamples(
        byte[] pixels, int[] labels, SampleShape shape, IReadOnlyList<string> classNames, PixelScale? scale = null)
    {
        SampleGeometry.CheckCount(pixels.Length, labels.Length, shape.Height, shape.Width, shape.Channels, "labels");
        int wrong = Array.FindIndex(labels, label => (uint)label >= (uint)classNames.Count);
        if (wrong >= 0)
        {
            throw new ArgumentException($"The label of sample {SampleGeometry.Text(wrong)} is {SampleGeometry.Text(labels[wrong])}; "
                + $"labels must be from 0 to {SampleGeometry.Text(classNames.Count - 1)}");
        }

        (this.pixels, this.labels, ClassNames, values) = (pixels, labels, classNames, (scale ?? PixelScale.Unit).Table());
        (Height, Width, Channels) = shape;
        SampleLength = shape.Length;
    }

    /// <inheritdoc/>
    public int Count => labels.Length;

    /// <inheritdoc/>
    public int SampleLength { get; }

    /// <inheritdoc/>
    public int Height { get; }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc/>
    public int Channels { get; }

    /// <inheritdoc/>
    public int Classes => ClassNames.Count;

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <inheritdoc/>
    public int Label(int index) => labels[index];

    /// <inheritdoc/>
    public void CopySample(int index, Span<float> destination) =>
        PixelScale.Apply(values, pixels.AsSpan(checked(index * SampleLength), SampleLength), destination);
}
