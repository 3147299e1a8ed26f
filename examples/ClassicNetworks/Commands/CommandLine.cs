using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;

namespace ClassicNetworks.Commands;

/// <summary>The choice of a network, and how far to go with it.</summary>
internal sealed class CommandLine
{
    private readonly Argument<string?> network = new("NETWORK")
    {
        Description = "Which network to show; without it all are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> steps = new("--steps")
    {
        Description = "Training steps on pictures that are made up; 0 only predicts.",
        DefaultValueFactory = _ => 4,
    };

    private readonly Option<int> batch = new("--batch")
    {
        Description = "Pictures in a step. Layers of few channels train groups of 16, which cost the same however few of them are filled.",
        DefaultValueFactory = _ => 4,
    };

    private readonly Option<double> rate = new("--rate")
    {
        Description = "How far the weights go in a step.",
        DefaultValueFactory = _ => 0.0005,
    };

    private readonly Option<int> seed = new("--seed")
    {
        Description = "Decides first weights and pictures.",
        DefaultValueFactory = _ => 1,
    };

    public static int Run(string[] args, CancellationToken token)
    {
        ParseResult parsed = new CommandLine().Build(token).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            throw new ArgumentException($"{string.Join("; ", parsed.Errors.Select(error => error.Message))} (--help lists all options)");
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private RootCommand Build(CancellationToken token)
    {
        network.AcceptOnlyFromAmong([.. Catalogue.All.Select(entry => entry.Name)]);
        AtLeast(steps, 0, 10_000);
        AtLeast(batch, 1, 1024);
        var root = new RootCommand("Classic networks: counts and tables at compile time, a prediction, and some steps of training.") { network, steps, batch, rate, seed };
        root.SetAction(parsed =>
        {
            if (Catalogue.All.FirstOrDefault(entry => entry.Name == parsed.GetValue(network)) is not { } chosen)
            {
                List();
                return 0;
            }

            Console.WriteLine(chosen.Summary);
            Console.WriteLine();
            chosen.Demonstrate(new Demonstration(parsed.GetValue(steps), parsed.GetValue(batch), parsed.GetValue(rate), parsed.GetValue(seed)), token);
            return 0;
        });
        return root;
    }

    private static void AtLeast(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int value) && (value < least || value > most))
        {
            result.AddError($"{option.Name} is {value}; use {least} to {most}");
        }
    });

    private static void List()
    {
        Console.WriteLine($"{"network",-18} {"",-24} {"parameters",12} {"predicting",12} {"multiplies",15} {"inference",12} {"training",14}");
        foreach (Entry entry in Catalogue.All)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Name,-18} {entry.Origin,-24} {entry.ParameterCount,12:N0} {entry.InferenceParameterCount,12:N0} {entry.Multiplies,15:N0} {entry.InferenceBytes,10:N0} B {entry.TrainingBytes,12:N0} B"));
        }
    }
}
