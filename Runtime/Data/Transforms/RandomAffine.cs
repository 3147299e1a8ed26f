namespace NetDsl;

/// <summary>
/// Turns, scales, slants and moves the picture about its middle by random amounts, in one pass with linear interpolation (Simard et al.
/// 2003, "Best practices for convolutional neural networks", without the elastic part).
/// </summary>
public sealed class RandomAffine : ImageTransform
{
    private readonly double degrees;
    private readonly double scale;
    private readonly double shear;
    private readonly double shift;
    private readonly BorderMode border;

    /// <summary>Amounts, of which each sample draws its own up to these, in either direction.</summary>
    /// <param name="degrees">The largest angle of the turn, 0 to 180.</param>
    /// <param name="scale">The largest change in size: 0.1 makes pictures 0.9 to 1.1 times as large. 0 to 0.9.</param>
    /// <param name="shear">The largest slant: columns that a row moves for each row of distance from the middle. 0 to 1.</param>
    /// <param name="shift">The farthest move, in rows and in columns; parts of pixels too.</param>
    /// <param name="border">What fills the gaps.</param>
    public RandomAffine(double degrees, double scale = 0, double shear = 0, double shift = 0, BorderMode border = BorderMode.Edge)
    {
        this.degrees = TransformArgument.Within(degrees, 0, 180, "The largest angle of a random turn in degrees");
        this.scale = TransformArgument.Within(scale, 0, 0.9, "The largest random change in size");
        this.shear = TransformArgument.Within(shear, 0, 1, "The largest random slant");
        this.shift = TransformArgument.Within(shift, 0, 1 << 12, "A random shift in pixels");
        this.border = border;
    }

    /// <inheritdoc/>
    public override void Apply(SampleBuffer sample, SampleRandom random)
    {
        double angle = random.Between(-degrees, degrees) * Math.PI / 180;
        double size = 1 + random.Between(-scale, scale);
        double slant = random.Between(-shear, shear);
        (double down, double right) = (random.Between(-shift, shift), random.Between(-shift, shift));

        // From a pixel of the result to its place in the picture: the turn undone, and the slant before it.
        (double sine, double cosine) = Math.SinCos(angle);
        (float xx, float xy) = ((float)((cosine - slant * sine) / size), (float)((-sine - slant * cosine) / size));
        (float yx, float yy) = ((float)(sine / size), (float)(cosine / size));
        (int height, int width, int channels) = sample.Shape;
        (float middleX, float middleY) = ((width - 1) / 2f, (height - 1) / 2f);
        ReadOnlySpan<float> from = sample.Values;
        Span<float> to = sample.BeginResult(sample.Shape);
        for (int row = 0; row < height; row++)
        {
            float dy = row - middleY - (float)down;
            for (int column = 0; column < width; column++)
            {
                float dx = column - middleX - (float)right;
                float x = middleX + xx * dx + xy * dy;
                float y = middleY + yx * dx + yy * dy;
                Interpolate(from, sample.Shape, x, y, to.Slice((row * width + column) * channels, channels));
            }
        }

        sample.UseResult();
    }

    private void Interpolate(ReadOnlySpan<float> from, SampleShape shape, float x, float y, Span<float> pixel)
    {
        if (border == BorderMode.Edge)
        {
            (x, y) = (Math.Clamp(x, 0, shape.Width - 1), Math.Clamp(y, 0, shape.Height - 1));
        }

        (float left, float top) = (MathF.Floor(x), MathF.Floor(y));
        (float right, float below) = (x - left, y - top);
        (int column, int row) = ((int)left, (int)top);
        if (row >= 0 && column >= 0 && row < shape.Height - 1 && column < shape.Width - 1)
        {
            int at = (row * shape.Width + column) * shape.Channels;
            int under = at + shape.Width * shape.Channels;
            for (int channel = 0; channel < pixel.Length; channel++)
            {
                float upper = from[at + channel] + right * (from[at + channel + shape.Channels] - from[at + channel]);
                float lower = from[under + channel] + right * (from[under + channel + shape.Channels] - from[under + channel]);
                pixel[channel] = upper + below * (lower - upper);
            }

            return;
        }

        for (int channel = 0; channel < pixel.Length; channel++)
        {
            float upper = (1 - right) * At(from, shape, row, column, channel) + right * At(from, shape, row, column + 1, channel);
            float lower = (1 - right) * At(from, shape, row + 1, column, channel) + right * At(from, shape, row + 1, column + 1, channel);
            pixel[channel] = (1 - below) * upper + below * lower;
        }
    }

    private float At(ReadOnlySpan<float> from, SampleShape shape, int row, int column, int channel)
    {
        if (border == BorderMode.Edge)
        {
            (row, column) = (Math.Min(row, shape.Height - 1), Math.Min(column, shape.Width - 1));
        }

        return (uint)row < (uint)shape.Height && (uint)column < (uint)shape.Width
            ? from[(row * shape.Width + column) * shape.Channels + channel]
            : 0;
    }
}
