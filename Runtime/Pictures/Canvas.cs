namespace NetDsl;

/// <summary>A picture to draw on: smooth lines, boxes and text.</summary>
internal sealed class Canvas
{
    private readonly byte[] pixels;

    public Canvas(int width, int height)
    {
        (Width, Height) = (width, height);
        pixels = new byte[SampleGeometry.Length(height, width, 3)];
        Array.Fill(pixels, (byte)255);
    }

    public int Width { get; }

    public int Height { get; }

    public void FillBox(int left, int top, int width, int height, int colour)
    {
        for (int i = 0; i < width * height; i++)
        {
            Blend(left + i % width, top + i / width, colour, 1);
        }
    }

    /// <summary>A line with round ends; each pixel takes as much colour as the line covers of it.</summary>
    public void Line((double X, double Y) from, (double X, double Y) to, double thickness, int colour)
    {
        double reach = thickness / 2 + 1;
        for (int y = (int)(Math.Min(from.Y, to.Y) - reach); y <= Math.Max(from.Y, to.Y) + reach; y++)
        {
            for (int x = (int)(Math.Min(from.X, to.X) - reach); x <= Math.Max(from.X, to.X) + reach; x++)
            {
                Blend(x, y, colour, Math.Clamp(thickness / 2 + 0.5 - Distance((x + 0.5, y + 0.5), from, to), 0, 1));
            }
        }
    }

    /// <summary>Text with its upper left corner at a place; each dot of the letters is a square of <paramref name="dot"/>.</summary>
    public void Text(int left, int top, string text, int colour, int dot = 2) =>
        BitmapFont.Draw(text, (x, y) => FillBox(left + x * dot, top + y * dot, dot, dot, colour));

    /// <summary>Another picture, its upper left corner at a place where the whole of it fits.</summary>
    public void Place(int left, int top, Picture picture)
    {
        Picture colour = picture.ToRgb();
        for (int row = 0; row < colour.Height; row++)
        {
            colour.Pixels.Slice(3 * row * colour.Width, 3 * colour.Width).CopyTo(pixels.AsSpan(3 * ((top + row) * Width + left)));
        }
    }

    public Picture ToPicture() => new(Width, Height, 3, pixels);

    private void Blend(int x, int y, int colour, double coverage)
    {
        if (x < 0 || y < 0 || x >= Width || y >= Height || coverage <= 0)
        {
            return;
        }

        Span<byte> pixel = pixels.AsSpan(3 * (y * Width + x), 3);
        for (int channel = 0; channel < 3; channel++)
        {
            int wanted = (colour >> (16 - 8 * channel)) & 255;
            pixel[channel] = (byte)Math.Round(pixel[channel] + (wanted - pixel[channel]) * coverage);
        }
    }

    private static double Distance((double X, double Y) point, (double X, double Y) from, (double X, double Y) to)
    {
        (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
        double squared = dx * dx + dy * dy;
        double along = squared > 0 ? ((point.X - from.X) * dx + (point.Y - from.Y) * dy) / squared : 0;
        along = Math.Clamp(along, 0, 1);
        return Math.Sqrt(Math.Pow(point.X - from.X - along * dx, 2) + Math.Pow(point.Y - from.Y - along * dy, 2));
    }
}
