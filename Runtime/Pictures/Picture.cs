namespace NetDsl;

/// <summary>A picture of 8 bits a channel in memory: grey, red-green-blue, or these with opacity. It never changes.</summary>
public sealed class Picture
{
    private readonly byte[] pixels;

    /// <summary>Wraps pixels, which are not copied.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="channels">1 for grey, 3 for red-green-blue, 4 with opacity.</param>
    /// <param name="pixels">Row by row from the top, the channels of a pixel side by side.</param>
    /// <exception cref="ArgumentException">The sizes do not agree.</exception>
    public Picture(int width, int height, int channels, byte[] pixels)
    {
        if (channels is not (1 or 3 or 4))
        {
            throw new ArgumentException($"A picture has {SampleGeometry.Text(channels)} channels; it must be 1 (grey), 3 (RGB) or 4 (RGBA)");
        }

        int length = SampleGeometry.Length(height, width, channels);
        if (pixels.Length != length)
        {
            throw new ArgumentException($"A picture has {SampleGeometry.Text(pixels.Length)} bytes; expected "
                + $"{SampleGeometry.Text(length)} ({SampleGeometry.Shape(height, width, channels)})");
        }

        (Width, Height, Channels, this.pixels) = (width, height, channels, pixels);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>1 for grey, 3 for red-green-blue, 4 with opacity.</summary>
    public int Channels { get; }

    /// <summary>Row by row from the top, the channels of a pixel side by side.</summary>
    public ReadOnlySpan<byte> Pixels => pixels;

    /// <summary>The picture in grey, by the luma of ITU-R BT.601; what is transparent lies on white.</summary>
    public Picture ToGray()
    {
        if (Channels == 1)
        {
            return this;
        }

        Picture colour = ToRgb();
        var gray = new byte[Width * Height];
        for (int i = 0; i < gray.Length; i++)
        {
            ReadOnlySpan<byte> pixel = colour.Pixels.Slice(3 * i, 3);
            gray[i] = (byte)((299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2] + 500) / 1000);
        }

        return new Picture(Width, Height, 1, gray);
    }

    /// <summary>The picture in red, green and blue; what is transparent lies on white.</summary>
    public Picture ToRgb()
    {
        if (Channels == 3)
        {
            return this;
        }

        var rgb = new byte[checked(3 * Width * Height)];
        for (int i = 0; i < rgb.Length; i++)
        {
            (int pixel, int channel) = Math.DivRem(i, 3);
            rgb[i] = Channels == 1 ? pixels[pixel] : OnWhite(pixels[4 * pixel + channel], pixels[4 * pixel + 3]);
        }

        return new Picture(Width, Height, 3, rgb);
    }

    /// <summary>The negative; opacity stays.</summary>
    public Picture Invert()
    {
        var inverted = new byte[pixels.Length];
        for (int i = 0; i < pixels.Length; i++)
        {
            inverted[i] = Channels == 4 && i % 4 == 3 ? pixels[i] : (byte)(255 - pixels[i]);
        }

        return new Picture(Width, Height, Channels, inverted);
    }

    /// <summary>
    /// The picture in another size: interpolated linearly where it grows, averaged where it shrinks. Its proportions
    /// follow the size.
    /// </summary>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <exception cref="ArgumentException">The size is not at least 1 x 1, or too large.</exception>
    public Picture Resize(int width, int height)
    {
        SampleGeometry.Length(height, width, Channels);
        return width == Width && height == Height
            ? this
            : new Picture(width, height, Channels, PictureResampler.Resize(pixels, Width, Height, Channels, width, height));
    }

    /// <summary>The picture in the middle of a larger one.</summary>
    /// <param name="width">Columns, at least the picture's.</param>
    /// <param name="height">Rows, at least the picture's.</param>
    /// <param name="value">Every channel of the border.</param>
    /// <exception cref="ArgumentException">The size is smaller than the picture.</exception>
    public Picture PadTo(int width, int height, byte value = 0)
    {
        if (width < Width || height < Height)
        {
            throw new ArgumentException(
                $"A picture of {Width} x {Height} cannot be padded to {SampleGeometry.Text(width)} x {SampleGeometry.Text(height)}, which is smaller");
        }

        var padded = new byte[SampleGeometry.Length(height, width, Channels)];
        Array.Fill(padded, value);
        (int left, int top) = ((width - Width) / 2, (height - Height) / 2);
        for (int row = 0; row < Height; row++)
        {
            Pixels.Slice(row * Width * Channels, Width * Channels)
                .CopyTo(padded.AsSpan(((row + top) * width + left) * Channels));
        }

        return new Picture(width, height, Channels, padded);
    }

    /// <summary>A part of the picture.</summary>
    /// <param name="left">The part's first column.</param>
    /// <param name="top">The part's first row.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <exception cref="ArgumentException">The part is empty or not all in the picture.</exception>
    public Picture Crop(int left, int top, int width, int height)
    {
        if (left < 0 || top < 0 || width < 1 || height < 1 || left > Width - width || top > Height - height)
        {
            throw new ArgumentException($"The part of {SampleGeometry.Text(width)} x {SampleGeometry.Text(height)} at column "
                + $"{SampleGeometry.Text(left)}, row {SampleGeometry.Text(top)} is not in a picture of {Width} x {Height}");
        }

        var part = new byte[width * height * Channels];
        for (int row = 0; row < height; row++)
        {
            Pixels.Slice(((top + row) * Width + left) * Channels, width * Channels).CopyTo(part.AsSpan(row * width * Channels));
        }

        return new Picture(width, height, Channels, part);
    }

    /// <summary>The picture as one sample of a network.</summary>
    /// <param name="height">Rows of the sample, which the picture is resized to.</param>
    /// <param name="width">Columns of the sample.</param>
    /// <param name="channels">1 turns the picture grey, 3 into red-green-blue.</param>
    /// <param name="scale">How pixels become inputs; 0 to 1 unless given.</param>
    /// <param name="invert">Takes the negative, for a network that learnt light on dark.</param>
    /// <returns>Height x width x channels floats.</returns>
    /// <exception cref="ArgumentException">The channels are neither 1 nor 3, or the size is not at least 1 x 1.</exception>
    public float[] ToSample(int height, int width, int channels = 1, PixelScale? scale = null, bool invert = false)
    {
        if (channels is not (1 or 3))
        {
            throw new ArgumentException(
                $"A sample of {SampleGeometry.Text(channels)} channels is wanted; a picture gives 1 (grey) or 3 (RGB)");
        }

        Picture picture = (channels == 1 ? ToGray() : ToRgb()).Resize(width, height);
        picture = invert ? picture.Invert() : picture;
        return Array.ConvertAll(picture.pixels, (scale ?? PixelScale.Unit).Apply);
    }

    /// <summary>The picture's bytes in the shape of a sample.</summary>
    internal byte[] ToPixels(SampleShape shape, PictureFit fit)
    {
        Picture picture = shape.Channels == 1 ? ToGray() : ToRgb();
        if (fit == PictureFit.Pad)
        {
            double factor = Math.Min((double)shape.Height / Height, (double)shape.Width / Width);
            (int width, int height) = (Math.Max(1, (int)Math.Round(Width * factor)), Math.Max(1, (int)Math.Round(Height * factor)));
            return picture.Resize(width, height).PadTo(shape.Width, shape.Height).pixels;
        }

        picture = fit == PictureFit.Crop ? picture.CropTo((double)shape.Width / shape.Height) : picture;
        return picture.Resize(shape.Width, shape.Height).pixels;
    }

    // The largest part in the middle of such proportions: cutting before resizing needs no more memory than the picture.
    private Picture CropTo(double proportions)
    {
        (int width, int height) = Width > Height * proportions
            ? (Math.Max(1, (int)Math.Round(Height * proportions)), Height)
            : (Width, Math.Max(1, (int)Math.Round(Width / proportions)));
        return width == Width && height == Height ? this : Crop((Width - width) / 2, (Height - height) / 2, width, height);
    }

    private static byte OnWhite(byte value, byte opacity) => (byte)((value * opacity + 255 * (255 - opacity) + 127) / 255);
}
