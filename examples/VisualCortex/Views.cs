using NetDsl;
using VisualCortex.Painting;

namespace VisualCortex;

/// <summary>What the tour looks at: two colour pictures of one size.</summary>
internal sealed record Views(Picture First, Picture Second)
{
    public const int Width = 300;
    public const int Height = 200;

    /// <summary>Height and width of the grey detail out of the middle of the first picture.</summary>
    public const int DetailHeight = 120;
    public const int DetailWidth = 160;

    /// <summary>A temple, or the picture in a file, and a flower.</summary>
    /// <param name="image">PNG, PGM or PPM of any size; null for the temple.</param>
    public static Views Open(string? image) => new(image is null ? Temple.Paint() : Fit(PictureReader.Read(image)), Flower.Paint());

    public Picture GrayDetail() =>
        First.ToGray().Crop((Width - DetailWidth) / 2, (Height - DetailHeight) / 2, DetailWidth, DetailHeight);

    // The largest part in the middle that has the proportions of the view, so that nothing is distorted.
    private static Picture Fit(Picture picture)
    {
        int width = (int)Math.Clamp((long)picture.Height * Width / Height, 1, picture.Width);
        int height = (int)Math.Clamp((long)picture.Width * Height / Width, 1, picture.Height);
        return picture.ToRgb()
            .Crop((picture.Width - width) / 2, (picture.Height - height) / 2, width, height)
            .Resize(Width, Height);
    }
}
