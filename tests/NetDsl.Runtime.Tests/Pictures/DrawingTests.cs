using NetDsl.Runtime;

namespace NetDsl.Tests;

public class DrawingTests
{
    [Theory]
    [InlineData(3, "8")]
    [InlineData(9, "512")]
    public void Doubling_axes_name_powers(int power, string label) => Assert.Equal(label, new Axis(3, 9, 1, Doubling: true).Label(power));

    [Fact]
    public void Filters_show_zero_grey_and_the_largest_weight_black_or_white()
    {
        // Two filters of 1 x 2 over one channel: (1, -1) and (0, 4).
        Picture picture = FilterPicture.Draw([1, 0, -1, 4], 1, 2, 1, 2, scale: 3);
        Assert.Equal((2 * 8 + 2, 7, 1), (picture.Width, picture.Height, picture.Channels));
        Assert.Equal((255, 0, 128, 255), (At(picture, 2, 2), At(picture, 5, 2), At(picture, 10, 4), At(picture, 13, 4)));
    }

    [Fact]
    public void Filters_over_three_channels_are_coloured()
    {
        Picture picture = FilterPicture.Draw([1, 0, -1], 1, 1, 3, 1, scale: 1);
        Assert.Equal(3, picture.Channels);
        Assert.Equal([255, 128, 0], picture.Pixels.Slice((2 * picture.Width + 2) * 3, 3).ToArray());
    }

    [Fact]
    public void Filters_over_more_channels_make_a_row_for_each()
    {
        Picture picture = FilterPicture.Draw(new float[5 * 5 * 6 * 16], 5, 5, 6, 16, scale: 2);
        Assert.Equal((16 * 12 + 2, 6 * 12 + 2), (picture.Width, picture.Height));
    }

    [Fact]
    public void A_parameter_that_is_no_kernel_is_refused()
    {
        var parameters = new ParameterSet(new ParameterStore(
            new ParameterSpec("F6.weight", [120, 84], Initializer.Zeros, 1, 1, 1), new ParameterSpec("C1.weight", [5, 5, 1, 6], Initializer.Zeros, 1, 1, 1)));
        Assert.Contains("F6.weight is 120 x 84", Assert.Throws<ArgumentException>(() => FilterPicture.Draw(parameters[0])).Message, StringComparison.Ordinal);
        Assert.Equal(3 * 82 + 2, FilterPicture.Draw(parameters[1]).Width);
        Assert.Throws<ArgumentException>(() => FilterPicture.Draw([1, 2], 1, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FilterPicture.Draw(parameters[1], scale: 0));
    }

    [Fact]
    public void Feature_maps_have_each_their_contrast()
    {
        Picture picture = FeatureMapPicture.Draw([1, 100, 2, 100, 3, 300, float.NaN, 200], 2, 2, 2, scale: 1);
        Assert.Equal((0, 128, 255, 0), (At(picture, 2, 2), At(picture, 3, 2), At(picture, 2, 3), At(picture, 3, 3)));
        Assert.Equal((0, 0, 255, 128), (At(picture, 6, 2), At(picture, 7, 2), At(picture, 6, 3), At(picture, 7, 3)));
        Assert.Throws<ArgumentException>(() => FeatureMapPicture.Draw(new float[3], 2, 2, 1));
    }

    [Fact]
    public void A_sheet_has_every_picture_below_its_caption()
    {
        var gray = new Picture(2, 3, 1, [1, 2, 3, 4, 5, 6]);
        var colour = new Picture(40, 1, 3, [.. Enumerable.Repeat((byte)9, 120)]);
        Picture sheet = PictureSheet.Draw(2, ("ab", gray), ("", colour), ("", gray));
        Assert.Equal((12 + 22 + 12 + 40 + 12, 12 + 25 + 12 + 25 + 12, 3), (sheet.Width, sheet.Height, sheet.Channels));
        Picture shades = sheet.ToGray();
        Assert.Equal((1, 6), (At(shades, 12, 34), At(shades, 13, 36)));
        Assert.Equal((9, 9), (At(shades, 46, 34), At(shades, 85, 34)));
        Assert.Equal((1, 6), (At(shades, 12, 71), At(shades, 13, 73)));
        Assert.True(Count(sheet, 0x30, 0x30, 0x30) > 50);
        Assert.Throws<ArgumentException>(() => PictureSheet.Draw(2));
        Assert.Throws<ArgumentException>(() => PictureSheet.Draw(0, ("", gray)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(90)]
    public void A_training_curve_shows_both_curves(int epochs)
    {
        Picture picture = TrainingCurve.Draw(History(epochs, classifies: true));
        Assert.Equal((1280, 440), (picture.Width, picture.Height));
        Assert.True(Count(picture, 0x1F, 0x77, 0xB4) > 100);
        Assert.True(Count(picture, 0xE8, 0x71, 0x0A) > 100);
    }

    [Fact]
    public void A_regression_has_no_accuracy_to_show_and_gaps_are_left_out()
    {
        Assert.Equal(640, TrainingCurve.Draw(History(3, classifies: false)).Width);
        EpochResult[] epochs = [.. History(3, false).Epochs.Select(epoch => epoch with { TrainLoss = double.NaN, ValidationLoss = null })];
        Assert.Equal(640, TrainingCurve.Draw(new TrainingHistory(epochs, 1)).Width);
        Assert.Throws<ArgumentException>(() => TrainingCurve.Draw(new TrainingHistory([], 0)));
    }

    [Theory]
    [InlineData(0, 2.3, "0.0 0.5 1.0 1.5 2.0 2.5")]
    [InlineData(0, 0.013, "0.000 0.005 0.010 0.015")]
    [InlineData(91.2, 98.9, "90 92 94 96 98 100")]
    [InlineData(0, 0, "0.0 0.1")]
    public void Axes_have_round_marks(double low, double high, string labels)
    {
        Axis axis = Axis.Over(low, high, marks: 5, least: 0.1);
        axis = high is > 0 and < 1 ? Axis.Over(low, high, marks: 5, least: 1e-6) : axis;
        Assert.Equal(labels, string.Join(" ", axis.Marks().Select(axis.Label)));
    }

    private static TrainingHistory History(int epochs, bool classifies) => new(
        [.. Enumerable.Range(1, epochs).Select(i => new EpochResult(
            i, 2 / Math.Sqrt(i), classifies ? 1 - 0.2 / i : null, 2.2 / Math.Sqrt(i), classifies ? 1 - 0.25 / i : null, 1, 1, 0.1f))],
        epochs);

    private static int At(Picture picture, int x, int y) => picture.Pixels[y * picture.Width + x];

    private static int Count(Picture picture, byte red, byte green, byte blue)
    {
        int count = 0;
        for (int i = 0; i < picture.Pixels.Length; i += 3)
        {
            count += picture.Pixels.Slice(i, 3).SequenceEqual([red, green, blue]) ? 1 : 0;
        }

        return count;
    }
}
