using System.CommandLine;
using System.CommandLine.Help;
using NetDsl;

namespace DigitRecognition.Commands;

/// <summary>Options, subcommand and help.</summary>
internal sealed class CommandLine
{
    private const string Usual = "lenet5", Original = "lenet5-1998", Modern = "modern", Residual = "residual";

    private readonly Option<string?> data = new("--data")
    {
        Description = "Learn MNIST, or a data set laid out like it, from the IDX files in this folder. Without it digits are drawn.",
        HelpName = "FOLDER",
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

    private readonly Option<string> network = new("--network")
    {
        Description = "lenet5: tanh and mean pooling. lenet5-1998: as published. modern: ReLU, maximum pooling, dropout and more filters. residual: blocks with shortcuts and batch normalisation.",
        HelpName = "lenet5|lenet5-1998|modern|residual",
        DefaultValueFactory = _ => Usual,
        Recursive = true,
    };

    private readonly Option<string?> output = new("--output")
    {
        Description = "Where weights and pictures are. [default: runs/ and the network's name]",
        HelpName = "FOLDER",
        Recursive = true,
    };

    private readonly Argument<string> image = new("IMAGE")
    {
        Description = "A PNG of any size with one digit. Dark on bright or bright on dark, the border decides.",
    };

    public static int Run(string[] args, CancellationToken token)
    {
        ParseResult parsed = new CommandLine().Build(token).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            throw new ArgumentException($"{string.Join("; ", parsed.Errors.Select(error => error.Message))} (--help lists all options)");
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private RootCommand Build(CancellationToken token)
    {
        network.AcceptOnlyFromAmong(Usual, Original, Modern, Residual);
        var predict = new Command("predict", "Says which digit a picture shows, with the weights that a training saved.") { image };
        predict.SetAction(Predict);
        var root = new RootCommand("Trains LeNet-5 on handwritten digits: on MNIST, or on digits that it draws itself. Saves weights and pictures.")
        {
            data, digits, epochs, batch, rate, halveEvery, momentum, seed, threads, resume, checkpointSteps, checkpointMinutes, network, output, predict,
        };
        root.SetAction(parsed => Train(parsed, token));
        root.Validators.Add(result =>
        {
            if (result.GetResult(data) is not null && result.GetResult(digits) is { Implicit: false })
            {
                result.AddError("--digits says how many to draw; with --data none are drawn");
            }
        });
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private int Train(ParseResult parsed, CancellationToken token)
    {
        var settings = new TrainSettings
        {
            DataFolder = parsed.GetValue(data),
            DrawnDigits = parsed.GetValue(digits),
            Epochs = parsed.GetValue(epochs),
            Batch = parsed.GetValue(batch),
            Rate = parsed.GetValue(rate),
            HalveEvery = parsed.GetValue(halveEvery),
            Momentum = parsed.GetValue(momentum),
            Seed = parsed.GetValue(seed),
            Threads = parsed.GetValue(threads),
            OutputFolder = OutputFolder(parsed),
            Checkpoints = Checkpoints(parsed),
        };
        return parsed.GetValue(network) switch
        {
            Original => TrainCommand.Run<LeNet5Of1998>(settings, FirstLayer.OfLeNet5Of1998, token),
            Modern => TrainCommand.Run<ModernLeNet5>(settings, FirstLayer.OfModernLeNet5, token),
            Residual => TrainCommand.Run<ResidualNetwork>(settings, FirstLayer.OfResidualNetwork, token),
            _ => TrainCommand.Run<LeNet5>(settings, FirstLayer.OfLeNet5, token),
        };
    }

    private int Predict(ParseResult parsed)
    {
        (string picture, string folder) = (parsed.GetRequiredValue(image), OutputFolder(parsed));
        return parsed.GetValue(network) switch
        {
            Original => PredictCommand.Run<LeNet5Of1998>(picture, folder),
            Modern => PredictCommand.Run<ModernLeNet5>(picture, folder),
            Residual => PredictCommand.Run<ResidualNetwork>(picture, folder),
            _ => PredictCommand.Run<LeNet5>(picture, folder),
        };
    }

    // Nobody who names none of the three options finds files in the folder that were not there before.
    private CheckpointOptions? Checkpoints(ParseResult parsed)
    {
        var options = new CheckpointOptions
        {
            Folder = new RunFiles(OutputFolder(parsed)).Checkpoints,
            Resume = parsed.GetValue(resume),
            EverySteps = parsed.GetValue(checkpointSteps),
            Every = TimeSpan.FromMinutes(parsed.GetValue(checkpointMinutes)),
        };
        return options.Resume || options.EverySteps > 0 || options.Every > TimeSpan.Zero ? options : null;
    }

    private string OutputFolder(ParseResult parsed) =>
        parsed.GetValue(output) ?? Path.Combine("runs", parsed.GetRequiredValue(network));
}
