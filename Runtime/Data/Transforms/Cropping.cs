namespace NetDsl;

/// <summary>What crops have in common.</summary>
internal static class Cropping
{
    public static SampleShape Shape(SampleShape input, int height, int width) => height <= input.Height && width <= input.Width
        ? input with { Height = height, Width = width }
        : throw new ArgumentException($"A crop of {SampleGeometry.Text(height)} x {SampleGeometry.Text(width)} is wanted of pictures of "
            + $"{SampleGeometry.Text(input.Height)} x {SampleGeometry.Text(input.Width)}; it must fit into them");

    public static void Cut(SampleBuffer sample, int top, int left, int height, int width)
    {
        (_, int rowPixels, int channels) = sample.Shape;
        ReadOnlySpan<float> from = sample.Values;
        Span<float> to = sample.BeginResult(sample.Shape with { Height = height, Width = width });
        for (int row = 0; row < height; row++)
        {
            from.Slice(((top + row) * rowPixels + left) * channels, width * channels).CopyTo(to[(row * width * channels)..]);
        }

        sample.UseResult();
    }
}
