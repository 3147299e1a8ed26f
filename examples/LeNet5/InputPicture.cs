using NetDsl;

namespace DigitRecognition;

/// <summary>Turns somebody's picture of a digit into what the networks learnt from: light on dark, square, with a border.</summary>
internal static class InputPicture
{
    private const int DigitSize = 28;
    private const int LongestSide = 8192;

    public static float[] Read(string path)
    {
        Picture picture = PngReader.Read(path).ToGray();
        if (Math.Max(picture.Width, picture.Height) > LongestSide)
        {
            throw new InvalidDataException($"{path} is {picture.Width} x {picture.Height} pixels; at most {LongestSide} a side are read");
        }

        bool isBright = BorderBrightness(picture) > 127;
        Picture lightOnDark = isBright ? picture.Invert() : picture;
        int side = Math.Max(picture.Width, picture.Height);
        return lightOnDark.PadTo(side, side).Resize(DigitSize, DigitSize).PadTo(DigitData.Size, DigitData.Size)
            .ToSample(DigitData.Size, DigitData.Size);
    }

    // The border shows the background; the mean of the whole picture would take a thick dark digit for a dark background.
    private static double BorderBrightness(Picture picture)
    {
        (int width, int height) = (picture.Width, picture.Height);
        long sum = 0;
        long count = 0;
        for (int i = 0; i < width * height; i++)
        {
            (int row, int column) = (i / width, i % width);
            if (row == 0 || row == height - 1 || column == 0 || column == width - 1)
            {
                sum += picture.Pixels[i];
                count++;
            }
        }

        return (double)sum / count;
    }
}
