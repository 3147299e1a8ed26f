using System.CommandLine;
using NetDsl;

namespace DigitRecognition.Commands;

/// <summary>The options of a training.</summary>
internal sealed class TrainOptions
{
    private readonly Option<string?> data = new("--data")
    {
        Description = "Learn MNIST, or a data set laid out like it, from the IDX files in this folder. Without it digits are drawn.",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> download = new("--download")
    {
        Description = "Bring MNIST into the folder of --data first (data/mnist unless given), from a public mirror, with checksums.",
    };

    private readonly Option<string> mirror = new("--mirror")
    {
        Description = "Where --download finds the four files.",
        HelpName = "URL",
        DefaultValueFactory = _ => MnistDownload.Mirror,
    };

    private readonly Option<bool> augment = new("--augment")
    {
        Description = "Turn, scale, slant and shift every digit a little, differently in every epoch.",
    };

    private readonly Option<bool> cosine = new("--cosine")
    {
        Description = "Let the rate rise in the first epoch and then fall to 0 along a cosine.",
    };

    private readonly Option<int> digits = NumberOption.Whole(
        "--digits", 12_000, 60, 200_000, "How many digits to draw for learning; a sixth as many are drawn to test on.");

    private readonly Option<int> epochs = NumberOption.Whole("--epochs", 10, 1, 1000, "How often every digit is learnt from.");

    private readonly Option<int> batch = NumberOption.Whole("--batch", 64, 1, 4096, "Digits in a step.");

    private readonly Option<double> rate = NumberOption.Real("--rate", 0.01, 1e-6, 10, "How far the weights go in a step.");

    private readonly Option<int> halveEvery = NumberOption.Whole(
        "--halve-every", 0, 0, 1000, "Halve the rate every N epochs; 0 never does.");

    private readonly Option<double> momentum = NumberOption.Real(
        "--momentum", 0.9, 0, 0.999, "How much of its last way a weight keeps in a step.");

    private readonly Option<int> seed = NumberOption.Whole(
        "--seed", 1, 0, int.MaxValue, "Decides drawing, first weights, dropout and order; the same seed gives the same bits on a machine.");

    private readonly Option<int> threads = NumberOption.Whole(
        "--threads", 0, 0, 256, "Threads to work with, 0 for one a core. They change the speed, never the result.");

    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Go on with the training that was interrupted, from its last checkpoint, as if it had never been; begin where there is none.",
    };

    private readonly Option<int> checkpointSteps = NumberOption.Whole(
        "--checkpoint-steps", 0, 0, int.MaxValue, "Write a checkpoint every N steps, besides that after each epoch; 0 writes none by steps.");

    private readonly Option<int> checkpointMinutes = NumberOption.Whole(
        "--checkpoint-minutes", 0, 0, 1440, "Write a checkpoint every N minutes, besides that after each epoch; 0 writes none by time.");

    /// <summary>Gives a command the options, and what they have to agree in.</summary>
    public void AddTo(Command command)
    {
        Option[] all =
        [
            data, download, mirror, augment, cosine, digits, epochs, batch, rate, halveEvery, momentum, seed, threads, resume, checkpointSteps,
            checkpointMinutes,
        ];
        Array.ForEach(all, command.Options.Add);
        command.Validators.Add(result =>
        {
            if (result.GetValue(cosine) && result.GetValue(halveEvery) > 0)
            {
                result.AddError("--cosine and --halve-every both say how the rate falls; only one can");
            }

            if ((result.GetResult(data) is not null || result.GetValue(download)) && result.GetResult(digits) is { Implicit: false })
            {
                result.AddError("--digits says how many to draw; with --data or --download none are drawn");
            }
        });
    }

    /// <summary>What was parsed.</summary>
    public TrainSettings Read(ParseResult parsed, string outputFolder) => new()
    {
        DataFolder = parsed.GetValue(download) ? parsed.GetValue(data) ?? Path.Combine("data", "mnist") : parsed.GetValue(data),
        Mirror = parsed.GetValue(download) ? parsed.GetValue(mirror) : null,
        Augment = parsed.GetValue(augment),
        Cosine = parsed.GetValue(cosine),
        DrawnDigits = parsed.GetValue(digits),
        Epochs = parsed.GetValue(epochs),
        Batch = parsed.GetValue(batch),
        Rate = parsed.GetValue(rate),
        HalveEvery = parsed.GetValue(halveEvery),
        Momentum = parsed.GetValue(momentum),
        Seed = parsed.GetValue(seed),
        Threads = parsed.GetValue(threads),
        OutputFolder = outputFolder,
        Checkpoints = Checkpoints(parsed, new RunFiles(outputFolder).Checkpoints),
    };

    // Nobody who names none of the three options finds files in the folder that were not there before.
    private CheckpointOptions? Checkpoints(ParseResult parsed, string folder)
    {
        var options = new CheckpointOptions
        {
            Folder = folder,
            Resume = parsed.GetValue(resume),
            EverySteps = parsed.GetValue(checkpointSteps),
            Every = TimeSpan.FromMinutes(parsed.GetValue(checkpointMinutes)),
        };
        return options.Resume || options.EverySteps > 0 || options.Every > TimeSpan.Zero ? options : null;
    }
}
