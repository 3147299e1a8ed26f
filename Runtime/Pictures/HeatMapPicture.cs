namespace NetDsl;

/// <summary>Draws a map of numbers over a picture: the picture in grey, what is above zero in red, below zero in blue.</summary>
public static class HeatMapPicture
{
    /// <summary>Draws a map; the largest magnitude has the full colour.</summary>
    /// <param name="map">One number for each pixel, row by row.</param>
    /// <param name="picture">A picture of the map's size.</param>
    /// <param name="scale">Dots that a pixel is wide and high.</param>
    /// <exception cref="ArgumentException">The sizes do not agree, or the scale is below 1.</exception>
    public static Picture Draw(ReadOnlySpan<float> map, Picture picture, int scale = 4)
    {
        if (map.Length != picture.Width * picture.Height)
        {
            throw new ArgumentException($"The map has {SampleGeometry.Text(map.Length)} values; a picture of {picture.Width} x {picture.Height} "
                + $"needs {SampleGeometry.Text((long)picture.Width * picture.Height)}");
        }

        TransformArgument.Within(scale, 1, 64, "The scale of a picture");
        float most = 0;
        foreach (float value in map)
        {
            most = float.IsFinite(value) ? Math.Max(most, Math.Abs(value)) : most;
        }

        Picture gray = picture.ToGray();
        (int width, int height) = (scale * picture.Width, scale * picture.Height);
        var pixels = new byte[SampleGeometry.Length(height, width, 3)];
        for (int i = 0; i < width * height; i++)
        {
            int at = i / width / scale * picture.Width + i % width / scale;
            float part = most > 0 && float.IsFinite(map[at]) ? map[at] / most : 0;
            double strength = Math.Sqrt(Math.Abs(part));
            double shade = (1 - strength) * (0.25 + (0.5 * gray.Pixels[at] / 255));
            pixels[3 * i] = Byte(shade + (part > 0 ? strength : 0));
            pixels[3 * i + 1] = Byte(shade);
            pixels[3 * i + 2] = Byte(shade + (part < 0 ? strength : 0));
        }

        return new Picture(width, height, 3, pixels);
    }

    private static byte Byte(double part) => (byte)Math.Clamp(Math.Round(255 * part), 0, 255);
}
