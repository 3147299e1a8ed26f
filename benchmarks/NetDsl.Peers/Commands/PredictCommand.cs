using System.CommandLine;
using NetDsl.Peers.OnnxRuntime;

namespace NetDsl.Peers.Commands;

/// <summary>Predictions against ONNX Runtime's.</summary>
internal sealed class PredictCommand
{
    private const int MostSamples = 1024;

    private readonly Argument<string[]> names = new("NAME")
    {
        Description = $"What to time: all single layers, all networks, or any of them. One or more of {string.Join(", ", Catalogue.Names)}.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int> batch = new("--batch")
    {
        Description = "Samples of a prediction.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> library = new("--onnxruntime")
    {
        Description = "Path of ONNX Runtime's C library, libonnxruntime.so.1; without it NetDsl stands beside the FMA peak alone.",
    };

    private readonly RunOptions options = new();

    public RootCommand Root()
    {
        names.AcceptOnlyFromAmong([.. Catalogue.Names]);
        RunOptions.Between(batch, 1, MostSamples);
        var root = new RootCommand("Times NetDsl's predictions against ONNX Runtime's: same weights, same input, one process, by turns.")
        {
            names, options.Threads, batch, options.Seconds, library,
        };
        root.SetAction(Run);
        return root;
    }

    private int Run(ParseResult parsed)
    {
        OnnxRuntimeApi? api = parsed.GetValue(library) is { } path ? OnnxRuntimeApi.Load(path) : null;
        var comparison = new Comparison(parsed.GetValue(options.Threads), parsed.GetValue(batch), parsed.GetValue(options.Seconds), api);
        int different = comparison.Run(parsed.GetRequiredValue(names).SelectMany(Catalogue.Find));
        return different == 0 ? 0 : ConsoleApp.Failed;
    }
}
