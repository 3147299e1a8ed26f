using DigitRecognition.Commands;

namespace DigitRecognition.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Help_lists_every_option_and_shows_examples()
    {
        ExampleResult result = Example.Run(folder, "--help");
        Assert.Equal((0, ""), (result.Code, result.Errors));
        string[] words =
        [
            "--data", "--download", "--augment", "--digits", "--epochs", "--batch", "--rate", "--halve-every", "--momentum", "--seed", "--threads",
            "--resume", "--checkpoint-steps", "--checkpoint-minutes", "--network", "--output", "predict", "Examples:", "default: 12000",
        ];
        Assert.All(words, word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
        Assert.All(result.Output.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void An_unknown_option_is_one_line() => Example.Run(folder, "--epoch", "3").AssertFails(1, "'--epoch'", "--help");

    [Fact]
    public void A_value_out_of_range_is_one_line() =>
        Example.Run(folder, "--epochs", "0").AssertFails(1, "--epochs is '0'", "from 1 to 1000");

    [Theory]
    [InlineData("--epochs is 'x'", "--epochs", "x")]
    [InlineData("--epochs is '1,5'", "--epochs", "1,5")]
    [InlineData("--batch is '-1'", "--batch", "-1")]
    [InlineData("--rate is 'NaN'", "--rate", "NaN")]
    [InlineData("--rate is '0'", "--rate", "0")]
    [InlineData("--momentum is '1'", "--momentum", "1")]
    [InlineData("--seed is '2147483648'", "--seed", "2147483648")]
    [InlineData("--threads is '1000'", "--threads", "1000")]
    [InlineData("--digits is '10'", "--digits", "10")]
    [InlineData("--checkpoint-steps is '-1'", "--checkpoint-steps", "-1")]
    [InlineData("--checkpoint-minutes is '1441'", "--checkpoint-minutes", "1441")]
    [InlineData("'alexnet'", "--network", "alexnet")]
    [InlineData("--data", "--data", "folder", "--digits", "100")]
    [InlineData("--digits", "--download", "--digits", "100")]
    [InlineData("--cosine", "--cosine", "--halve-every", "2")]
    [InlineData("'IMAGE'", "predict")]
    [InlineData("'other'", "other")]
    public void A_wrong_value_is_named(string words, params string[] arguments)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => CommandLine.Run(arguments, CancellationToken.None));
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }
}
