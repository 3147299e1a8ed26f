using System.CommandLine;

namespace PictureClassification.Commands;

/// <summary>Options and subcommands.</summary>
internal sealed class CommandLine
{
    private readonly Option<string?> data = new("--data")
    {
        Description = "A folder with a subfolder of pictures (PNG, JPEG, PPM, PGM) for each class. Without it shapes are drawn into OUTPUT/shapes.",
        HelpName = "FOLDER",
    };

    private readonly Option<string> output = new("--output")
    {
        Description = "Where weights, measures and pictures are.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Path.Combine("runs", "image-folder"),
        Recursive = true,
    };

    private readonly Option<int> count = NumberOption.Of("--count", 900, 12, 1_000_000, "How many pictures of shapes to draw.");

    private readonly Option<int> epochs = NumberOption.Of("--epochs", 12, 1, 10_000, "How often every picture is learnt from.");

    private readonly Option<int> batch = NumberOption.Of("--batch", 16, 1, 4096, "Pictures in a step.");

    private readonly Option<double> rate = NumberOption.Of("--rate", 0.003, 1e-6, 1, "The highest learning rate; it falls to 0 along a cosine.");

    private readonly Option<int> seed = NumberOption.Of("--seed", 1, 0, int.MaxValue, "Decides drawing, split, weights, order and augmentation.");

    private readonly Option<int> threads = NumberOption.Of("--threads", 0, 0, 256, "Threads to train with, 0 for one a core; the result is the same.");

    private readonly Option<double> validation = NumberOption.Of("--validation", 0.2, 0.01, 0.9, "The part of every class that is held back to measure on.");

    private readonly Option<long> cache = NumberOption.Of("--cache-mb", 1024L, 0, 1 << 20, "Memory for decoded pictures; what does not fit is decoded in every epoch.");

    private readonly Option<bool> plain = new("--plain") { Description = "Learn from the pictures as they are, without augmentation." };

    private readonly Option<bool> mixup = new("--mixup") { Description = "Mix every picture with another, and their classes." };

    private readonly Option<bool> resume = new("--resume") { Description = "Go on with an interrupted training from its last checkpoint." };

    private readonly Argument<string> image = new("IMAGE") { Description = "A picture of any size." };

    private readonly Argument<string> folder = new("FOLDER") { Description = "Where to draw; a subfolder for each shape." };

    public static int Run(string[] args, CancellationToken token)
    {
        ParseResult parsed = new CommandLine().Build(token).Parse(args);
        bool helps = parsed.Action is System.CommandLine.Help.HelpAction;
        if (parsed.Errors.Count > 0 && !helps)
        {
            throw new ArgumentException($"{string.Join("; ", parsed.Errors.Select(error => error.Message))} (--help lists all options)");
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private RootCommand Build(CancellationToken token)
    {
        var predict = new Command("predict", "Says what a picture shows, and draws which of its parts that depends on.") { image };
        predict.SetAction(parsed => PredictCommand.Run(parsed.GetRequiredValue(image), new RunFiles(parsed.GetRequiredValue(output))));
        var draw = new Command("draw", "Draws a demonstration folder of shapes.") { folder, count, seed };
        draw.SetAction(parsed => DrawCommand.Run(parsed.GetRequiredValue(folder), parsed.GetValue(count), parsed.GetValue(seed), token));
        var root = new RootCommand("Trains a small residual network on a folder of pictures, a subfolder for each class, and predicts with it.")
        {
            data, output, count, epochs, batch, rate, seed, threads, validation, cache, plain, mixup, resume, predict, draw,
        };
        root.SetAction(parsed => TrainCommand.Run(Settings(parsed), token));
        return root;
    }

    private TrainSettings Settings(ParseResult parsed) => new()
    {
        DataFolder = parsed.GetValue(data),
        OutputFolder = parsed.GetRequiredValue(output),
        DrawnPictures = parsed.GetValue(count),
        Epochs = parsed.GetValue(epochs),
        Batch = parsed.GetValue(batch),
        Rate = parsed.GetValue(rate),
        Seed = parsed.GetValue(seed),
        Threads = parsed.GetValue(threads),
        ValidationShare = parsed.GetValue(validation),
        CacheMegabytes = parsed.GetValue(cache),
        Augment = !parsed.GetValue(plain),
        Mixup = parsed.GetValue(mixup),
        Resume = parsed.GetValue(resume),
    };
}
