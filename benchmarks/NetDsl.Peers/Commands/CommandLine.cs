using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Numerics;
using NetDsl.Peers.OnnxRuntime;

namespace NetDsl.Peers.Commands;

/// <summary>What to time, and how.</summary>
internal sealed class CommandLine
{
    private const int MostThreads = 1024, MostSamples = 1024, LongestSeconds = 3600;

    private readonly Argument<string[]> names = new("NAME")
    {
        Description = $"What to time: all single layers, all networks, or any of them. One or more of {string.Join(", ", Catalogue.Names)}.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int> threads = new("--threads")
    {
        Description = "Threads of a prediction, on both sides.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> batch = new("--batch")
    {
        Description = "Samples of a prediction.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<double> seconds = new("--seconds")
    {
        Description = "How long each is measured.",
        DefaultValueFactory = _ => 3,
    };

    private readonly Option<string?> library = new("--onnxruntime")
    {
        Description = "Path of ONNX Runtime's C library, libonnxruntime.so.1; without it NetDsl stands beside the FMA peak alone.",
    };

    public static int Run(string[] args)
    {
        ParseResult parsed = new CommandLine().Build().Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            throw new ArgumentException($"{string.Join("; ", parsed.Errors.Select(error => error.Message))} (--help lists all options)");
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private RootCommand Build()
    {
        names.AcceptOnlyFromAmong([.. Catalogue.Names]);
        Between(threads, 1, MostThreads);
        Between(batch, 1, MostSamples);
        Between(seconds, 0, LongestSeconds);
        var root = new RootCommand("Times NetDsl's predictions against ONNX Runtime's: same weights, same input, one process, by turns.")
        {
            names, threads, batch, seconds, library,
        };
        root.SetAction(Compare);
        return root;
    }

    private int Compare(ParseResult parsed)
    {
        OnnxRuntimeApi? api = parsed.GetValue(library) is { } path ? OnnxRuntimeApi.Load(path) : null;
        var comparison = new Comparison(parsed.GetValue(threads), parsed.GetValue(batch), parsed.GetValue(seconds), api);
        int different = comparison.Run(parsed.GetRequiredValue(names).SelectMany(Catalogue.Find));
        return different == 0 ? 0 : ConsoleApp.Failed;
    }

    private static void Between<T>(Option<T> option, T least, T most)
        where T : struct, INumber<T> => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && T.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out T value) && !(value >= least && value <= most))
        {
            result.AddError($"{option.Name} is {value}; use {least} to {most}");
        }
    });
}
