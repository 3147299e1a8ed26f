using NetDsl;

namespace DigitRecognition.Tests;

public sealed class TrainTests : IDisposable
{
    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_saves_weights_and_pictures_and_says_where()
    {
        ExampleResult result = Example.Run(folder, "--digits", "60", "--epochs", "2", "--seed", "5");
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.All(
            ["61,706", "seed 5", "epoch 2/2", "a linear classifier", folder.Run],
            word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
        string[] pictures = ["digit.png", "digits.png", "feature-maps.png", "filters.png", "training.png"];
        Assert.Equal([.. pictures, "weights.safetensors"], folder.RunFiles());
        Assert.All(pictures, name => Assert.InRange(PngReader.Read(Path.Combine(folder.Run, name)).Width, 28, 2000));
        Assert.Equal(61_706, LeNet5.Load(folder.Weights).Parameters.Sum(parameter => parameter.Length));
    }

    [Fact]
    public void Files_laid_out_like_mnist_are_learnt()
    {
        IdxFolder.Write(folder["data"], training: 60, test: 20);
        ExampleResult result = Example.Run(
            folder, "--data", "data", "--epochs", "1", "--network", "modern", "--halve-every", "1", "--threads", "1", "--output", "elsewhere");
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Contains("60 to learn from, 20 to test on", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["elsewhere/weights.safetensors"]));
    }

    [Fact]
    public void A_missing_data_folder_is_one_line() =>
        Example.Run(folder, "--data", "nowhere").AssertFails(1, "nowhere", "train-images-idx3-ubyte");

    [Fact]
    public void A_truncated_data_file_is_one_line_and_earlier_weights_stay()
    {
        byte[] earlier = folder.WriteEarlierWeights();
        IdxFolder.Write(folder["data"], training: 60, test: 20);
        string images = Path.Combine(folder["data"], IdxFolder.TrainingImages);
        File.WriteAllBytes(images, File.ReadAllBytes(images)[..^100]);
        Example.Run(folder, "--data", "data").AssertFails(1, IdxFolder.TrainingImages, "its header claims 60 x 28 x 28");
        Assert.Equal(earlier, File.ReadAllBytes(folder.Weights));
    }

    [Fact]
    public void A_foreign_data_file_is_one_line()
    {
        IdxFolder.Write(folder["data"], training: 60, test: 20);
        File.WriteAllText(Path.Combine(folder["data"], IdxFolder.TrainingImages), "<html>404</html>");
        Example.Run(folder, "--data", "data").AssertFails(1, IdxFolder.TrainingImages, "no IDX file");
    }
}
