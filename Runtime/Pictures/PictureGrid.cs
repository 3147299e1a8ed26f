namespace NetDsl;

/// <summary>Small pictures in rows and columns with gaps between them, each pixel enlarged to a square.</summary>
internal sealed class PictureGrid
{
    private const int Gap = 2;
    private const byte Background = 32;

    private readonly int tileHeight;
    private readonly int tileWidth;
    private readonly int scale;
    private readonly int channels;
    private readonly int width;
    private readonly int height;
    private readonly byte[] pixels;

    public PictureGrid(int rows, int columns, int tileHeight, int tileWidth, int channels, int scale)
    {
        if (scale < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(scale), $"A pixel is enlarged {SampleGeometry.Text(scale)} times; it must be at least 1");
        }

        (this.tileHeight, this.tileWidth, this.channels, this.scale) = (tileHeight, tileWidth, channels, scale);
        width = checked(columns * (tileWidth * scale + Gap) + Gap);
        height = checked(rows * (tileHeight * scale + Gap) + Gap);
        pixels = new byte[SampleGeometry.Length(height, width, channels)];
        Array.Fill(pixels, Background);
    }

    /// <summary>Columns for so many pictures: near a square, and without a gap in the last row where that is possible.</summary>
    public static int ColumnsFor(int count)
    {
        int root = (int)Math.Ceiling(Math.Sqrt(count));
        return Enumerable.Range(root, root + 1).FirstOrDefault(columns => count % columns == 0, root);
    }

    /// <summary>Draws one picture; <paramref name="shade"/> gives the brightness of (row, column, channel).</summary>
    public void Draw(int gridRow, int gridColumn, Func<int, int, int, byte> shade)
    {
        int top = gridRow * (tileHeight * scale + Gap) + Gap;
        int left = gridColumn * (tileWidth * scale + Gap) + Gap;
        for (int y = 0; y < tileHeight * scale; y++)
        {
            for (int i = 0; i < tileWidth * scale * channels; i++)
            {
                pixels[((top + y) * width + left) * channels + i] = shade(y / scale, i / channels / scale, i % channels);
            }
        }
    }

    public Picture ToPicture() => new(width, height, channels, pixels);
}
