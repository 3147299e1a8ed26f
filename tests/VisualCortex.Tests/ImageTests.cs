using System.Text;
using NetDsl;

namespace VisualCortex.Tests;

public sealed class ImageTests : IDisposable
{
    // Where the sheets of two maps have them: behind the margin, below the caption, within the frame.
    private const int Top = 12 + 22 + 2;
    private const int Upright = 12 + 2;
    private const int Lying = 12 + Views.DetailWidth + 4 + 12 + 2;

    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_upright_filter_answers_to_columns_and_the_lying_one_to_stairs()
    {
        PngWriter.Write(folder["stripes.png"], Stripes());
        ExampleResult result = Example.Run(folder, "--image", "stripes.png", "--output", "out");
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Picture maps = PngReader.Read(folder["out/bright-lines.png"]).ToGray();
        (double columns, double stairs) = (Mean(maps, Upright, isLeft: true), Mean(maps, Upright, isLeft: false));
        Assert.True(columns > 5 * stairs + 20, $"upright: {columns} over columns, {stairs} over stairs");
        (columns, stairs) = (Mean(maps, Lying, isLeft: true), Mean(maps, Lying, isLeft: false));
        Assert.True(stairs > 5 * columns + 20, $"lying: {columns} over columns, {stairs} over stairs");
    }

    [Fact]
    public void Png_and_ppm_of_one_picture_give_the_same()
    {
        Picture picture = Stripes();
        PngWriter.Write(folder["a.png"], picture);
        File.WriteAllBytes(folder["a.ppm"], [.. Encoding.ASCII.GetBytes($"P6\n# stripes\n{picture.Width} {picture.Height}\n255\n"), .. picture.Pixels]);
        Assert.Equal(0, Example.Run(folder, "--image", "a.png", "--output", "png").Code);
        Assert.Equal(0, Example.Run(folder, "--image", "a.ppm", "--output", "ppm").Code);
        Assert.Equal(folder.Files("png"), folder.Files("ppm"));
        Assert.All(folder.Files("png"), name => Assert.Equal(File.ReadAllBytes(folder[$"png/{name}"]), File.ReadAllBytes(folder[$"ppm/{name}"])));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5000)]
    [InlineData(5000, 1)]
    [InlineData(299, 200)]
    public void A_picture_of_any_size_fills_the_view(int width, int height)
    {
        PngWriter.Write(folder["a.png"], new Picture(width, height, 1, [.. Enumerable.Repeat((byte)77, width * height)]));
        Picture view = Views.Open(folder["a.png"]).First;
        Assert.Equal((Views.Width, Views.Height, 3), (view.Width, view.Height, view.Channels));
        Assert.All(view.Pixels.ToArray(), value => Assert.Equal(77, value));
    }

    [Fact]
    public void A_damaged_picture_is_one_line_and_nothing_is_written()
    {
        PngWriter.Write(folder["a.png"], Stripes());
        File.WriteAllBytes(folder["half.png"], File.ReadAllBytes(folder["a.png"])[..60]);
        ExampleResult result = Example.Run(folder, "--image", "half.png");
        result.AssertFails(1, "half.png is no readable PNG");
        Assert.Equal("", result.Output);
        Assert.False(Directory.Exists(folder["visual-cortex"]));
    }

    [Theory]
    [InlineData("a.ppm", "P6 4000 3000 255 short", "a.ppm is no readable PGM or PPM")]
    [InlineData("a.gif", "GIF89a, by its first bytes", "a.gif is no PNG, JPEG, PGM or PPM")]
    public void A_foreign_picture_is_one_line(string name, string content, string words)
    {
        File.WriteAllText(folder[name], content);
        Example.Run(folder, "--image", name).AssertFails(1, words);
    }

    [Fact]
    public void A_missing_picture_is_one_line() => Example.Run(folder, "--image", "none.png").AssertFails(1, "none.png");

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_one_line()
    {
        File.WriteAllText(folder["taken"], "mine");
        ExampleResult result = Example.Run(folder, "--output", "taken");
        result.AssertFails(1, "Cannot write", "taken");
        Assert.Equal(("", "mine"), (result.Output, File.ReadAllText(folder["taken"])));
    }

    [Fact]
    public void An_unknown_option_is_one_line() => Example.Run(folder, "--imag", "a.png").AssertFails(1, "'--imag'", "--help");

    // Of the view's size: bright upright lines in the left half, bright lying ones in the right half.
    private static Picture Stripes()
    {
        var pixels = new byte[Views.Width * Views.Height * 3];
        for (int i = 0; i < pixels.Length; i++)
        {
            (int row, int column) = Math.DivRem(i / 3, Views.Width);
            pixels[i] = (column < Views.Width / 2 ? column : row) % 12 < 2 ? (byte)255 : (byte)0;
        }

        return new Picture(Views.Width, Views.Height, 3, pixels);
    }

    // Clear of the middle, where a window sees both halves, and of the border.
    private static double Mean(Picture sheet, int left, bool isLeft)
    {
        int first = left + (isLeft ? 10 : Views.DetailWidth / 2 + 10);
        Picture part = sheet.Crop(first, Top + 10, Views.DetailWidth / 2 - 20, Views.DetailHeight - 20);
        return part.Pixels.ToArray().Average(value => (double)value);
    }
}
