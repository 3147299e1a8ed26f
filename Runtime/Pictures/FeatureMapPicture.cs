namespace NetDsl;

/// <summary>Pictures of what a layer put out for one sample: a grey tile for every channel, each with its own contrast.</summary>
public static class FeatureMapPicture
{
    /// <summary>Draws the maps of one sample; black is a map's lowest value, white its highest.</summary>
    /// <param name="activation">Height x width x channels floats, such as the first ones of <see cref="TrainingPass.Activation"/>.</param>
    /// <param name="height">Rows of a map.</param>
    /// <param name="width">Columns of a map.</param>
    /// <param name="channels">Number of maps.</param>
    /// <param name="scale">Dots that a value is wide and high.</param>
    /// <exception cref="ArgumentException">The length is not the product of the dimensions, or the scale is below 1.</exception>
    public static Picture Draw(ReadOnlySpan<float> activation, int height, int width, int channels, int scale = 4)
    {
        int length = SampleGeometry.Length(height, width, channels);
        if (activation.Length != length)
        {
            throw new ArgumentException($"The feature maps have {SampleGeometry.Text(activation.Length)} values; expected "
                + $"{SampleGeometry.Text(length)} ({SampleGeometry.Shape(height, width, channels)})");
        }

        float[] values = activation.ToArray();
        int columns = PictureGrid.ColumnsFor(channels);
        var grid = new PictureGrid((channels + columns - 1) / columns, columns, height, width, 1, scale);
        for (int channel = 0; channel < channels; channel++)
        {
            int c = channel;
            (float lowest, float highest) = Range(values, c, channels);
            grid.Draw(c / columns, c % columns, (row, column, _) =>
                Shade(values[(row * width + column) * channels + c], lowest, highest));
        }

        return grid.ToPicture();
    }

    private static (float Lowest, float Highest) Range(float[] values, int channel, int channels)
    {
        (float lowest, float highest) = (float.PositiveInfinity, float.NegativeInfinity);
        for (int i = channel; i < values.Length; i += channels)
        {
            if (float.IsFinite(values[i]))
            {
                lowest = Math.Min(lowest, values[i]);
                highest = Math.Max(highest, values[i]);
            }
        }

        return (lowest, highest);
    }

    private static byte Shade(float value, float lowest, float highest) => highest > lowest && !float.IsNaN(value)
        ? (byte)Math.Clamp(Math.Round(255 * ((double)value - lowest) / ((double)highest - lowest)), 0, 255)
        : (byte)0;
}
