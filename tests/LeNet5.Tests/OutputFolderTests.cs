namespace DigitRecognition.Tests;

public sealed class OutputFolderTests : IDisposable
{
    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_one_line()
    {
        File.WriteAllText(folder["taken"], "mine");
        ExampleResult result = Example.Run(folder, "--output", "taken");
        result.AssertFails(1, "Cannot write", "taken");
        Assert.DoesNotContain("epoch", result.Output, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder["taken"]));
    }

    [SkippableFact]
    public void A_folder_that_nobody_may_write_is_one_line_before_the_training()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "/proc, where even root cannot make files, is Linux's");
        ExampleResult result = Example.Run(folder, "--output", "/proc/self");
        result.AssertFails(1, "Cannot write", "/proc/self");
        Assert.DoesNotContain("epoch", result.Output, StringComparison.Ordinal);
    }

    // A link to the device that is always full stands for a disk that fills up during the training.
    [SkippableFact]
    public void A_full_disk_is_one_line_and_earlier_pictures_stay()
    {
        Skip.IfNot(File.Exists("/dev/full"), "This system has no /dev/full");
        Directory.CreateDirectory(folder.Run);
        File.CreateSymbolicLink(folder.Weights, "/dev/full");
        string picture = Path.Combine(folder.Run, "training.png");
        File.WriteAllText(picture, "earlier");
        ExampleResult result = Example.Run(folder, "--digits", "60", "--epochs", "1");
        result.AssertFails(1, "Cannot write", "weights.safetensors", "No space left");
        Assert.Equal(["training.png", "weights.safetensors"], folder.RunFiles());
        Assert.Equal("earlier", File.ReadAllText(picture));
    }
}
