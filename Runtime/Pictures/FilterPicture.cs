namespace NetDsl;

/// <summary>
/// Pictures of a convolution's filters. Every filter has its own contrast: grey is zero, black and white are minus and
/// plus its largest weight. Filters over one channel are grey, over three coloured, one tile each; over more, every row
/// is an input channel and every column a filter.
/// </summary>
public static class FilterPicture
{
    /// <summary>Of a layer with many channels, the first ones are drawn.</summary>
    private const int Most = 64;

    /// <summary>Draws a layer's weights.</summary>
    /// <param name="weight">Kernels in height x width x in x out.</param>
    /// <param name="scale">Dots that a weight is wide and high.</param>
    /// <exception cref="ArgumentException">The parameter has not four dimensions, or the scale is below 1.</exception>
    public static Picture Draw(Parameter weight, int scale = 16)
    {
        if (weight.Shape.Count != 4)
        {
            throw new ArgumentException($"{weight.Name} is {string.Join(" x ", weight.Shape)}; "
                + "filters are drawn from four dimensions (height x width x in x out)");
        }

        return Draw(weight.Values, weight.Shape[0], weight.Shape[1], weight.Shape[2], weight.Shape[3], scale);
    }

    /// <summary>Draws kernels.</summary>
    /// <param name="weights">Height x width x in x out floats.</param>
    /// <param name="height">Rows of a kernel.</param>
    /// <param name="width">Columns of a kernel.</param>
    /// <param name="inChannels">Channels that a filter reads.</param>
    /// <param name="filters">Number of filters.</param>
    /// <param name="scale">Dots that a weight is wide and high.</param>
    /// <exception cref="ArgumentException">The length is not the product of the dimensions, or the scale is below 1.</exception>
    public static Picture Draw(ReadOnlySpan<float> weights, int height, int width, int inChannels, int filters, int scale = 16)
    {
        int length = SampleGeometry.Length(checked(height * width), inChannels, filters);
        if (weights.Length != length)
        {
            throw new ArgumentException($"The weights have {SampleGeometry.Text(weights.Length)} values; expected "
                + $"{SampleGeometry.Text(length)} ({height} x {width} x {inChannels} x {filters})");
        }

        float[] values = weights.ToArray();
        return inChannels is 1 or 3
            ? DrawWhole(values, height, width, inChannels, filters, scale)
            : DrawSlices(values, height, width, inChannels, filters, scale);
    }

    private static Picture DrawWhole(float[] values, int height, int width, int channels, int filters, int scale)
    {
        int columns = PictureGrid.ColumnsFor(filters);
        var grid = new PictureGrid((filters + columns - 1) / columns, columns, height, width, channels, scale);
        for (int filter = 0; filter < filters; filter++)
        {
            int f = filter;
            float At(int row, int column, int channel) => values[((row * width + column) * channels + channel) * filters + f];
            float largest = Largest(At, height, width, channels);
            grid.Draw(f / columns, f % columns, (row, column, channel) => Shade(At(row, column, channel), largest));
        }

        return grid.ToPicture();
    }

    private static Picture DrawSlices(float[] values, int height, int width, int inChannels, int filters, int scale)
    {
        (int rows, int columns) = (Math.Min(inChannels, Most), Math.Min(filters, Most));
        var grid = new PictureGrid(rows, columns, height, width, 1, scale);
        for (int filter = 0; filter < columns; filter++)
        {
            int f = filter;
            float At(int row, int column, int channel) => values[((row * width + column) * inChannels + channel) * filters + f];
            float largest = Largest(At, height, width, inChannels);
            for (int channel = 0; channel < rows; channel++)
            {
                int c = channel;
                grid.Draw(c, f, (row, column, _) => Shade(At(row, column, c), largest));
            }
        }

        return grid.ToPicture();
    }

    private static float Largest(Func<int, int, int, float> at, int height, int width, int channels)
    {
        float largest = 0;
        for (int i = 0; i < height * width * channels; i++)
        {
            largest = Math.Max(largest, Math.Abs(at(i / channels / width, i / channels % width, i % channels)));
        }

        return largest;
    }

    private static byte Shade(float value, float largest) => largest > 0 && float.IsFinite(value / largest)
        ? (byte)Math.Round(127.5 + 127.5 * value / largest)
        : (byte)128;
}
