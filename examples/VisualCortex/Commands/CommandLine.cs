using System.CommandLine;
using System.CommandLine.Help;

namespace VisualCortex.Commands;

/// <summary>Options and help.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Image = new("--image")
    {
        Description = "A picture to look at instead of the drawn temple: PNG, PGM or PPM, of any size.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Output = new("--output")
    {
        Description = "Where the pictures go.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "visual-cortex",
    };

    /// <summary>Runs the program; returns its exit code.</summary>
    /// <exception cref="ArgumentException">The arguments cannot be understood; the message says why.</exception>
    public static int Run(string[] arguments)
    {
        var root = new RootCommand("A guided tour of how convolutional layers see. Explains on the screen, and draws what the layers see.") { Image, Output };
        root.SetAction(parsed => Tour.Run(parsed.GetValue(Image), parsed.GetRequiredValue(Output)));
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            throw new ArgumentException($"{string.Join("; ", parsed.Errors.Select(error => error.Message))} (--help lists all options)");
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
