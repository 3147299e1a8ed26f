using System.CommandLine;

namespace NetDsl.Peers.Commands;

/// <summary>Training steps, to stand beside those of <c>torch_training.py</c>.</summary>
internal sealed class TrainCommand
{
    private readonly Argument<string[]> names = new("NAME")
    {
        Description = $"What to time; all unless named. Of {string.Join(", ", Names)}.",
        HelpName = "NAME",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly RunOptions options = new();

    private static IEnumerable<string> Names => TrainingTable.All.Select(step => step.Name).Distinct();

    public Command Command()
    {
        names.AcceptOnlyFromAmong([.. Names]);
        var command = new Command("train", "Times training steps; benchmarks/torch_training.py prints the same of torch.")
        {
            names, options.Threads, options.Seconds,
        };
        command.SetAction(Run);
        return command;
    }

    private void Run(ParseResult parsed)
    {
        string[] chosen = parsed.GetValue(names) ?? [];
        new TrainingTable(parsed.GetValue(options.Threads), parsed.GetValue(options.Seconds))
            .Run(TrainingTable.All.Where(step => chosen.Length == 0 || chosen.Contains(step.Name)));
    }
}
