using System.CommandLine;
using System.Globalization;

namespace NetDsl.Peers.Commands;

/// <summary>The time until a process has its first prediction, in processes of their own.</summary>
internal sealed class StartUpCommand
{
    private const int MostRepeats = 1000;

    private readonly Argument<string[]> names = new("NAME")
    {
        Description = "What to start; lenet5 and resnet18 unless named.",
        HelpName = "NAME",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<int> repeats = new("--repeats")
    {
        Description = "Processes of each; every figure is the median over them.",
        DefaultValueFactory = _ => 7,
    };

    private readonly Option<string?> library = new("--onnxruntime")
    {
        Description = "Path of ONNX Runtime's C library, libonnxruntime.so.1, to start it too, in processes of its own.",
    };

    public Command Command()
    {
        names.AcceptOnlyFromAmong([.. Catalogue.Names]);
        RunOptions.Between(repeats, 1, MostRepeats);
        var command = new Command("startup", "Times the first prediction of a fresh process, and what of it is compilation.")
        {
            names, repeats, library,
        };
        command.SetAction(Run);
        return command;
    }

    private void Run(ParseResult parsed)
    {
        string[] chosen = parsed.GetValue(names) is { Length: > 0 } some ? some : ["lenet5", "resnet18"];
        Candidate[] candidates = [.. chosen.SelectMany(Catalogue.Find)];
        int times = parsed.GetValue(repeats);
        Line("NetDsl, 1 thread, ms", "to program", "create", "first", "second", "JIT", "methods");
        foreach (Candidate candidate in candidates)
        {
            double[] median = Medians(times, () => FreshProcess.Ask(StartUp.Task, candidate.Name));
            Line(candidate.Name, [.. median[..5].Select(Milliseconds), median[5].ToString("F0", CultureInfo.InvariantCulture)]);
        }

        if (parsed.GetValue(library) is not { } path)
        {
            return;
        }

        Line("ONNX Runtime, ms", "to program", "load", "create", "first", "second");
        foreach (Candidate candidate in candidates)
        {
            Line(candidate.Name, [.. Medians(times, () => FreshProcess.Ask(StartUp.PeerTask, candidate.Name, path)).Select(Milliseconds)]);
        }
    }

    private static double[] Medians(int times, Func<double[]> ask)
    {
        double[][] answers = [.. Enumerable.Range(0, times).Select(_ => ask())];
        return [.. answers[0].Select((_, column) => answers.Select(answer => answer[column]).Order().ElementAt(times / 2))];
    }

    private static string Milliseconds(double seconds) => (seconds * 1e3).ToString("F1", CultureInfo.InvariantCulture);

    private static void Line(string name, params string[] cells) => Console.WriteLine($"{name,-22}{string.Concat(cells.Select(cell => cell.PadLeft(12)))}");
}
