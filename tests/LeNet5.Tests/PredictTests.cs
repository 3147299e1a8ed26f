using NetDsl;

namespace DigitRecognition.Tests;

public sealed class PredictTests : IDisposable
{
    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_background_may_be_dark_or_bright()
    {
        folder.WriteEarlierWeights();
        PngWriter.Write(folder["bright.png"], PngReader.Read(folder[folder.WritePicture("dark.png")]).Invert());
        ExampleResult dark = Example.Run(folder, "predict", "dark.png");
        ExampleResult bright = Example.Run(folder, "predict", "bright.png");
        Assert.Equal((0, ""), (dark.Code, dark.Errors));
        Assert.Equal(11, dark.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(dark.Output.Replace("dark", "bright", StringComparison.Ordinal), bright.Output);
    }

    [Fact]
    public void A_picture_of_any_size_becomes_square_with_a_border()
    {
        var tall = new Picture(10, 60, 3, [.. Enumerable.Repeat((byte)255, 10 * 60 * 3)]);
        PngWriter.Write(folder["tall.png"], tall);
        float[] sample = InputPicture.Read(folder["tall.png"]);
        Assert.Equal(LeNet5.InputLength, sample.Length);
        Assert.All(sample, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Missing_weights_say_what_to_do()
    {
        folder.WritePicture("digit.png");
        Example.Run(folder, "predict", "digit.png").AssertFails(1, "weights.safetensors", "train first");
    }

    [Fact]
    public void A_missing_picture_is_one_line()
    {
        folder.WriteEarlierWeights();
        Example.Run(folder, "predict", "none.png").AssertFails(1, "none.png");
    }

    [Fact]
    public void A_foreign_picture_is_one_line()
    {
        folder.WriteEarlierWeights();
        File.WriteAllText(folder["digit.png"], "GIF89a, by its first bytes");
        Example.Run(folder, "predict", "digit.png").AssertFails(1, "digit.png is no readable PNG");
    }

    [Fact]
    public void A_truncated_picture_is_one_line()
    {
        folder.WriteEarlierWeights();
        File.WriteAllBytes(folder["half.png"], File.ReadAllBytes(folder[folder.WritePicture("digit.png")])[..60]);
        Example.Run(folder, "predict", "half.png").AssertFails(1, "half.png is no readable PNG");
    }

    [Fact]
    public void Weights_of_another_network_are_one_line()
    {
        folder.WritePicture("digit.png");
        Directory.CreateDirectory(folder.Run);
        new ModernLeNet5(seed: 1).Save(folder.Weights);
        Example.Run(folder, "predict", "digit.png").AssertFails(1, "does not fit LeNet5", "Conv2d2.weight is 5 x 5 x");
    }

    [Fact]
    public void Truncated_weights_are_one_line()
    {
        folder.WritePicture("digit.png");
        File.WriteAllBytes(folder.Weights, folder.WriteEarlierWeights()[..5000]);
        Example.Run(folder, "predict", "digit.png").AssertFails(1, "weights.safetensors");
    }
}
