using NetDsl;
using PictureClassification;

namespace DigitRecognition.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_draws_shapes_learns_them_and_predicts()
    {
        string output = folder["run with space ä"];
        Assert.Equal(0, Run("--count", "48", "--epochs", "1", "--batch", "16", "--output", output));
        string[] expected =
        [
            "classes.csv", "classes.jsonl", "confusion.png", "epochs.csv", "epochs.jsonl", "training.png", "weights.safetensors",
        ];
        Assert.Equal(expected, Directory.GetFiles(output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["circle", "cross", "ring", "square", "star", "triangle"], Preprocessing.Of(SmallResNet.Load(Path.Combine(output, "weights.safetensors")).Parameters)!.ClassNames);
        string picture = Directory.GetFiles(Path.Combine(output, "shapes", "star"))[0];
        Assert.Equal(0, Run("predict", picture, "--output", output));
        Assert.Equal(6 * 48, PngReader.Read(Path.Combine(output, "saliency.png")).Width);
        Assert.Equal(6 * 48, PngReader.Read(Path.Combine(output, "occlusion.png")).Height);
    }

    [Fact]
    public void A_damaged_picture_is_found_before_the_training_and_nothing_is_lost()
    {
        string data = folder["pictures"], output = folder["out"];
        Run("draw", data, "--count", "12");
        File.WriteAllBytes(Path.Combine(data, "ring", "bad.png"), [1, 2, 3]);
        Directory.CreateDirectory(output);
        File.WriteAllText(Path.Combine(output, "weights.safetensors"), "earlier");
        Assert.Contains("bad.png", Assert.Throws<InvalidDataException>(() => Run("--data", data, "--output", output)).Message, StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(Path.Combine(output, "weights.safetensors")));
    }

    [Theory]
    [InlineData("--epochs is '0'", "--epochs", "0")]
    [InlineData("--validation is 'NaN'", "--validation", "NaN")]
    [InlineData("There is no folder nowhere", "--data", "nowhere")]
    [InlineData("There are no weights", "predict", "a.png", "--output", "nowhere")]
    public void A_wrong_value_is_named(string words, params string[] arguments)
    {
        Exception? e = Record.Exception(() => Run([.. arguments, .. arguments.Contains("--output") ? (string[])[] : ["--output", folder["o"]]]));
        Assert.Contains(words, e!.Message, StringComparison.Ordinal);
    }

    private static int Run(params string[] arguments) => PictureClassification.Commands.CommandLine.Run(arguments, CancellationToken.None);
}
