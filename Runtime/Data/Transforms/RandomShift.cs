namespace NetDsl;

/// <summary>Moves the picture by whole pixels: what padding and cropping at random does, as for CIFAR in He et al. 2015.</summary>
public sealed class RandomShift : ImageTransform
{
    private readonly int pixels;
    private readonly BorderMode border;

    /// <summary>A shift in any direction.</summary>
    /// <param name="pixels">The farthest, in rows and in columns.</param>
    /// <param name="border">What fills the gap.</param>
    public RandomShift(int pixels, BorderMode border = BorderMode.Zero)
    {
        this.pixels = TransformArgument.Within(pixels, 0, 1 << 12, "A random shift in pixels");
        this.border = border;
    }

    /// <inheritdoc/>
    public override void Apply(SampleBuffer sample, SampleRandom random)
    {
        (int down, int right) = (random.Below(2 * pixels + 1) - pixels, random.Below(2 * pixels + 1) - pixels);
        if (down == 0 && right == 0)
        {
            return;
        }

        (int height, int width, int channels) = sample.Shape;
        ReadOnlySpan<float> from = sample.Values;
        Span<float> to = sample.BeginResult(sample.Shape);
        for (int row = 0; row < height; row++)
        {
            Span<float> line = to.Slice(row * width * channels, width * channels);
            int source = row - down;
            if (border == BorderMode.Zero && (source < 0 || source >= height))
            {
                line.Clear();
                continue;
            }

            ReadOnlySpan<float> origin = from.Slice(Math.Clamp(source, 0, height - 1) * width * channels, width * channels);
            MoveLine(origin, line, right, channels);
        }

        sample.UseResult();
    }

    private void MoveLine(ReadOnlySpan<float> from, Span<float> to, int right, int channels)
    {
        int width = from.Length / channels;
        for (int column = 0; column < width; column++)
        {
            int source = column - right;
            Span<float> pixel = to.Slice(column * channels, channels);
            if (border == BorderMode.Zero && (source < 0 || source >= width))
            {
                pixel.Clear();
            }
            else
            {
                from.Slice(Math.Clamp(source, 0, width - 1) * channels, channels).CopyTo(pixel);
            }
        }
    }
}
