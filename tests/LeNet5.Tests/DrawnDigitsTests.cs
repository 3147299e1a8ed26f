using System.Security.Cryptography;
using DigitRecognition.Digits;
using NetDsl;

namespace DigitRecognition.Tests;

public sealed class DrawnDigitsTests
{
    [Theory]
    [InlineData(1, 0, "4FA8AFF087F3A306")]
    [InlineData(1, 1, "D6B79DB37F2EB2B9")]
    [InlineData(2, 0, "AF907305042E283C")]
    public void A_seed_gives_the_same_bytes_for_ever(int seed, int part, string hash)
    {
        byte[] pixels = [.. Enumerable.Range(0, 100).SelectMany(i => DrawnDigits.Paint(seed, part, i).Pixels.ToArray())];
        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(pixels))[..16]);
    }

    [Fact]
    public void Pictures_do_not_depend_on_how_many_are_drawn_at_once()
    {
        LabeledSamples few = DrawnDigits.Draw(5, 0, 30, 32, CancellationToken.None);
        LabeledSamples many = DrawnDigits.Draw(5, 0, 200, 32, CancellationToken.None);
        Assert.True(few.Samples.SequenceEqual(many.Slice(0, 30).Samples));
    }

    [Fact]
    public void Every_digit_is_drawn_as_often()
    {
        LabeledSamples digits = DrawnDigits.Draw(3, 0, 200, 32, CancellationToken.None);
        Assert.Equal(10, digits.Classes);
        Assert.All(digits.Labels.ToArray().CountBy(label => label), count => Assert.Equal(20, count.Value));
    }

    [Fact]
    public void Every_picture_shows_something_and_no_two_are_the_same()
    {
        LabeledSamples digits = DrawnDigits.Draw(4, 0, 200, 32, CancellationToken.None);
        float[][] pictures = [.. Enumerable.Range(0, digits.Count).Select(i => digits.Sample(i).ToArray())];
        Assert.All(pictures, picture => Assert.InRange(picture.Count(value => value > 0.4f), 12, 500));
        Assert.Equal(digits.Count, pictures.Select(picture => string.Join(',', picture)).Distinct().Count());
    }

    [Fact]
    public void Drawing_can_be_stopped() => Assert.ThrowsAny<OperationCanceledException>(
        () => DrawnDigits.Draw(1, 0, 100, 32, new CancellationToken(canceled: true)));
}
