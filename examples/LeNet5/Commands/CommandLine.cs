using System.CommandLine;
using System.CommandLine.Help;

namespace DigitRecognition.Commands;

/// <summary>Options, subcommand and help.</summary>
internal sealed class CommandLine
{
    private const string Usual = "lenet5", Original = "lenet5-1998", Modern = "modern", Residual = "residual";

    private readonly TrainOptions training = new();

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
        var root = new RootCommand("Trains LeNet-5 on handwritten digits: on MNIST, or on digits that it draws itself. Saves weights and pictures.");
        training.AddTo(root);
        root.Options.Add(network);
        root.Options.Add(output);
        root.Subcommands.Add(predict);
        root.SetAction(parsed => Train(parsed, token));
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private int Train(ParseResult parsed, CancellationToken token)
    {
        TrainSettings settings = training.Read(parsed, OutputFolder(parsed));
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

    private string OutputFolder(ParseResult parsed) =>
        parsed.GetValue(output) ?? Path.Combine("runs", parsed.GetRequiredValue(network));
}
