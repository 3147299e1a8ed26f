using System.CommandLine;
using System.CommandLine.Help;

namespace NetDsl.Peers.Commands;

/// <summary>The program's commands; a fault of the arguments is one line.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        RootCommand root = new PredictCommand().Root();
        root.Subcommands.Add(new TrainCommand().Command());
        root.Subcommands.Add(new GrowthCommand().Command());
        root.Subcommands.Add(new StartUpCommand().Command());
        root.Subcommands.Add(new MemoryCommand().Command());
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            throw new ArgumentException($"{string.Join("; ", parsed.Errors.Select(error => error.Message))} (--help lists all options)");
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
