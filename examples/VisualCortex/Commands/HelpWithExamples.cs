using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace VisualCortex.Commands;

/// <summary>The list of options, then commands to copy.</summary>
internal sealed class HelpWithExamples(HelpAction options) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          VisualCortex                               the whole tour, with pictures that it draws itself
          VisualCortex --image house.png             the same over a picture of yours
          VisualCortex --output pictures | less      read it page by page; the pictures are in the folder

        From the sources, 'VisualCortex' is: dotnet run -c Release --project examples/VisualCortex --
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = options.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Examples);
        return code;
    }
}
