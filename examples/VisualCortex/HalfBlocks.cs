using System.Text;
using NetDsl;

namespace VisualCortex;

/// <summary>Pictures in a terminal: every letter is an upper half block, two pixels in 24-bit colours.</summary>
internal static class HalfBlocks
{
    private const int MostColumns = 96;
    private const int MostRows = 64;
    private const char UpperHalf = '\u2580';
    private const string Reset = "\u001b[0m";

    /// <summary>Whether a terminal that can show them is at the other end.</summary>
    public static bool CanBeShown => !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>A picture as lines of text, shrunk to fit the terminal.</summary>
    public static string Render(Picture picture) => Render(picture, Math.Clamp(Console.WindowWidth - 2, 8, MostColumns), MostRows);

    /// <summary>A picture as lines of text of at most so many letters and twice as many rows of pixels as lines.</summary>
    public static string Render(Picture picture, int mostColumns, int mostRows)
    {
        double shrink = Math.Min(1, Math.Min((double)mostColumns / picture.Width, (double)mostRows / picture.Height));
        (int width, int height) = (Math.Max(1, (int)(picture.Width * shrink)), Math.Max(1, (int)(picture.Height * shrink)));
        Picture small = picture.ToRgb().Resize(width, height);
        var text = new StringBuilder();
        for (int row = 0; row < height; row += 2)
        {
            text.Append(row > 0 ? "\n  " : "  ");
            for (int column = 0; column < width; column++)
            {
                text.Append(Colour(small, row, column, layer: 38));
                text.Append(row + 1 < height ? Colour(small, row + 1, column, layer: 48) : "");
                text.Append(UpperHalf);
            }

            text.Append(Reset);
        }

        return text.ToString();
    }

    // 38 sets the colour of the letter, 48 that of the ground.
    private static string Colour(Picture picture, int row, int column, int layer)
    {
        ReadOnlySpan<byte> pixel = picture.Pixels.Slice(3 * (row * picture.Width + column), 3);
        return $"\u001b[{layer};2;{pixel[0]};{pixel[1]};{pixel[2]}m";
    }
}
