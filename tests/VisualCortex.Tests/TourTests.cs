using NetDsl;

namespace VisualCortex.Tests;

public sealed class TourTests : IDisposable
{
    private static readonly string[] Pictures =
    [
        "bright-lines.png", "colour-filters.png", "colour-maps.png", "colour-pictures.png", "enlarged.png", "film.png", "grey-detail.png",
        "holes.png", "line-filters.png", "line-maps.png", "per-channel.png", "pooling.png", "sequence.png", "windows.png",
    ];

    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_tour_tells_its_figures_and_writes_its_pictures()
    {
        ExampleResult result = Example.Run(folder);
        Assert.Equal((0, ""), (result.Code, result.Errors));
        string[] words =
        [
            "15,200", "225,000,000", "12,000,000", "11.4 MB", "903,400", "61,706", "184, 389", "143, 348, 204",
            "never seen: 12 and 13", "never seen: none", folder["visual-cortex"],
        ];
        Assert.All(words, word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
        Assert.Equal(Pictures, folder.Files("visual-cortex"));
        Assert.All(Pictures, name => Assert.Contains($"[{name}]", result.Output, StringComparison.Ordinal));
        Assert.All(Pictures, name => Assert.True(Shades(PngReader.Read(folder[$"visual-cortex/{name}"])) > 1, $"{name} is empty"));
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public void The_same_pictures_come_out_every_time_and_anywhere()
    {
        Example.Run(folder, "--output", "a");
        Example.Run(folder, "--output", "b/c");
        Assert.All(Pictures, name => Assert.Equal(File.ReadAllBytes(folder[$"a/{name}"]), File.ReadAllBytes(folder[$"b/c/{name}"])));
    }

    [Fact]
    public void Help_lists_the_options_and_shows_examples()
    {
        ExampleResult result = Example.Run(folder, "--help");
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.All(["--image", "--output", "Examples:"], word => Assert.Contains(word, result.Output, StringComparison.Ordinal));
        Assert.Empty(folder.Files("."));
    }

    private static int Shades(Picture picture) => picture.Pixels.ToArray().Distinct().Count();
}
