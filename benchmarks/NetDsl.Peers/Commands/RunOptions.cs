using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace NetDsl.Peers.Commands;

/// <summary>What all commands ask.</summary>
internal sealed class RunOptions
{
    private const int MostThreads = 1024;
    private const double LongestSeconds = 3600;

    public RunOptions()
    {
        Between(Threads, 1, MostThreads);
        Between(Seconds, 0, LongestSeconds);
    }

    public Option<int> Threads { get; } = new("--threads")
    {
        Description = "Threads that share the work, on both sides.",
        DefaultValueFactory = _ => 1,
    };

    public Option<double> Seconds { get; } = new("--seconds")
    {
        Description = "How long each is measured.",
        DefaultValueFactory = _ => 3,
    };

    /// <summary>Demands a number within bounds.</summary>
    public static void Between<T>(Option<T> option, T least, T most)
        where T : struct, INumber<T> => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && T.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out T value) && !(value >= least && value <= most))
        {
            result.AddError($"{option.Name} is {value}; use {least} to {most}");
        }
    });
}
