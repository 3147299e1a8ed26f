using NetDsl;

namespace VisualCortex.Tests;

public class HalfBlockTests
{
    [Fact]
    public void Two_pixels_are_a_letter_with_a_colour_above_and_one_below()
    {
        var picture = new Picture(1, 3, 3, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        string expected = "  \u001b[38;2;1;2;3m\u001b[48;2;4;5;6m\u2580\u001b[0m\n  \u001b[38;2;7;8;9m\u2580\u001b[0m";
        Assert.Equal(expected, HalfBlocks.Render(picture, mostColumns: 80, mostRows: 40));
    }

    [Theory]
    [InlineData(300, 200, 60, 20)]
    [InlineData(10, 1000, 1, 32)]
    [InlineData(20, 10, 20, 5)]
    public void A_large_picture_is_shrunk_and_a_small_one_is_not_enlarged(int width, int height, int letters, int lines)
    {
        string[] text = HalfBlocks.Render(new Picture(width, height, 1, new byte[width * height]), mostColumns: 60, mostRows: 64).Split('\n');
        Assert.Equal(lines, text.Length);
        Assert.All(text, line => Assert.Equal(letters, line.Count(letter => letter == '\u2580')));
    }
}
