using System.CommandLine;

namespace NetDsl.Peers.Commands;

/// <summary>The cost of a convolution as its work grows.</summary>
internal sealed class GrowthCommand
{
    private readonly Option<string?> picture = new("--picture")
    {
        Description = "Where to draw the speeds, a PNG file.",
        HelpName = "FILE",
    };

    private readonly RunOptions options = new();

    public Command Command()
    {
        var command = new Command("growth", "Times a 3x3 convolution of growing channels, height and width, and batch.")
        {
            options.Threads, options.Seconds, picture,
        };
        command.SetAction(Run);
        return command;
    }

    private void Run(ParseResult parsed)
    {
        int threads = parsed.GetValue(options.Threads);
        var table = new GrowthTable(threads, parsed.GetValue(options.Seconds));
        (GrowthSeries, (int, double)[])[] all = [.. GrowthSeries.All.Select(series => (series, table.Run(series)))];
        if (parsed.GetValue(picture) is { } path)
        {
            PngWriter.Write(path, GrowthPicture.Draw(all, threads * table.Peak));
        }
    }
}
