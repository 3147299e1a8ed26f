namespace NetDsl.Tests;

public class PictureTests
{
    [Fact]
    public void Sizes_must_agree()
    {
        Assert.Contains("5 bytes; expected 6 (1 x 2 x 3)", Assert.Throws<ArgumentException>(() => new Picture(2, 1, 3, new byte[5])).Message, StringComparison.Ordinal);
        Assert.Contains("2 channels", Assert.Throws<ArgumentException>(() => new Picture(1, 1, 2, new byte[2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Picture(0, 1, 1, []));
    }

    [Fact]
    public void Grey_is_luma_and_transparent_lies_on_white()
    {
        var picture = new Picture(4, 1, 4, [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 0]);
        Assert.Equal([76, 150, 29, 255], picture.ToGray().Pixels.ToArray());
        Assert.Equal([9, 9, 9], new Picture(1, 1, 1, [9]).ToRgb().Pixels.ToArray());
    }

    [Fact]
    public void Shrinking_averages()
    {
        var picture = new Picture(4, 4, 1, [.. Enumerable.Repeat((byte)100, 16)]);
        Assert.All(picture.Resize(2, 2).Pixels.ToArray(), value => Assert.Equal(100, value));
        byte[] checkers = [.. Enumerable.Range(0, 64).Select(i => (byte)((i + i / 8) % 2 * 255))];
        Assert.All(new Picture(8, 8, 1, checkers).Resize(2, 2).Pixels.ToArray(), value => Assert.InRange(value, 120, 135));
    }

    [Fact]
    public void Growing_interpolates_linearly() =>
        Assert.Equal([0, 50, 150, 200], new Picture(2, 1, 1, [0, 200]).Resize(4, 1).Pixels.ToArray());

    [Fact]
    public void Channels_do_not_mix()
    {
        byte[] pixels = [.. Enumerable.Range(0, 25).SelectMany(_ => new byte[] { 10, 20, 30 })];
        Picture resized = new Picture(5, 5, 3, pixels).Resize(3, 8);
        Assert.Equal(Enumerable.Range(0, 24).SelectMany(_ => new byte[] { 10, 20, 30 }), resized.Pixels.ToArray());
    }

    [Fact]
    public void Padding_is_centred()
    {
        Picture padded = new Picture(2, 1, 1, [1, 2]).PadTo(4, 3, value: 9);
        Assert.Equal([9, 9, 9, 9, 9, 1, 2, 9, 9, 9, 9, 9], padded.Pixels.ToArray());
        Assert.Throws<ArgumentException>(() => padded.PadTo(3, 3));
    }

    [Fact]
    public void A_part_is_cut_out()
    {
        var picture = new Picture(3, 2, 3, [.. Enumerable.Range(0, 18).Select(i => (byte)i)]);
        Assert.Equal([12, 13, 14, 15, 16, 17], picture.Crop(1, 1, 2, 1).Pixels.ToArray());
        Assert.Equal(picture.Pixels.ToArray(), picture.Crop(0, 0, 3, 2).Pixels.ToArray());
        Assert.Contains("2 x 1 at column 2, row 0", Assert.Throws<ArgumentException>(() => picture.Crop(2, 0, 2, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => picture.Crop(0, 0, 0, 1));
        Assert.Throws<ArgumentException>(() => picture.Crop(-1, 0, 1, 1));
        Assert.Throws<ArgumentException>(() => picture.Crop(int.MaxValue, 0, int.MaxValue, 1));
    }

    [Fact]
    public void A_sample_is_resized_inverted_and_scaled()
    {
        var picture = new Picture(2, 2, 1, [0, 255, 255, 0]);
        Assert.Equal([1, 0, 0, 1], picture.ToSample(2, 2, invert: true));
        Assert.Equal([-0.1f, 1.175f], picture.ToSample(2, 2, 1, PixelScale.LeCun)[..2]);
        Assert.Equal(4 * 6 * 3, picture.ToSample(4, 6, channels: 3).Length);
        Assert.Contains("2 channels", Assert.Throws<ArgumentException>(() => picture.ToSample(2, 2, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => picture.ToSample(0, 2));
    }
}
