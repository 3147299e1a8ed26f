using System.CommandLine;
using System.Globalization;

namespace NetDsl.Peers.Commands;

/// <summary>Resident memory of a predicting process beside what the network's constants say.</summary>
internal sealed class MemoryCommand
{
    private const double Megabyte = 1e6;

    private readonly Argument<string[]> names = new("NAME")
    {
        Description = $"What to measure; all unless named. Of {string.Join(", ", Names)}.",
        HelpName = "NAME",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static IEnumerable<string> Names => Footprint.All.Select(footprint => footprint.Name);

    public Command Command()
    {
        names.AcceptOnlyFromAmong([.. Names]);
        var command = new Command("memory", "Compares the memory of a process that predicts on one thread with the network's constants.") { names };
        command.SetAction(Run);
        return command;
    }

    private void Run(ParseResult parsed)
    {
        string[] chosen = parsed.GetValue(names) is { Length: > 0 } some ? some : [.. Names];
        Line("MB", "parameters", "packed", "activations", "scratch", "sum", "growth", "peak", "empty");
        foreach (Footprint footprint in Footprint.All.Where(footprint => chosen.Contains(footprint.Name)))
        {
            double[] measured = FreshProcess.Ask(Footprint.Task, footprint.Name);
            double[] all = [footprint.Parameters, footprint.Packed, footprint.Activations, footprint.Scratch, footprint.Sum, measured[1], measured[2], measured[0]];
            Line(footprint.Name, [.. all.Select(bytes => (bytes / Megabyte).ToString("F1", CultureInfo.InvariantCulture))]);
        }
    }

    private static void Line(string name, params string[] cells) => Console.WriteLine($"{name,-12}{string.Concat(cells.Select(cell => cell.PadLeft(12)))}");
}
