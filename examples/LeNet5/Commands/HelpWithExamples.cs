using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DigitRecognition.Commands;

/// <summary>The list of options, then commands to copy.</summary>
internal sealed class HelpWithExamples(HelpAction options) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          LeNet5                                      draw digits, learn them, save weights and pictures
          LeNet5 predict runs/lenet5/digit.png        which digit does a picture show?
          LeNet5 --epochs 3 --seed 7                  other digits and other first weights, shorter
          LeNet5 --data FOLDER --epochs 5             MNIST: its four IDX files, as they are or with .gz
          LeNet5 --download --network residual --augment --cosine --epochs 20 --rate 0.05
                                                      the most that MNIST has to give, in some minutes
          LeNet5 --network modern --output runs/wide  another network, its files elsewhere
          LeNet5 --epochs 50 --checkpoint-minutes 5   a long training that may be interrupted: the same with --resume goes on
          LeNet5 predict me.png --network modern --output runs/wide

        From the sources, 'LeNet5' is: dotnet run -c Release --project examples/LeNet5 --
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = options.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Examples);
        return code;
    }
}
