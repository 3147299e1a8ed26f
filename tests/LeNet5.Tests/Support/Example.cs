using System.Diagnostics;
using NetDsl.Runtime;

namespace DigitRecognition.Tests;

/// <summary>The example's program, started as a user starts it.</summary>
internal sealed class Example : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task<string> errors;

    private Example(string folder, string[] arguments)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string program = Path.Combine(AppContext.BaseDirectory, "LeNet5.dll");
        process = Process.Start(new ProcessStartInfo(host, [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public static Example Start(WorkFolder folder, params string[] arguments) => new(folder.Root, arguments);

    public static ExampleResult Run(WorkFolder folder, params string[] arguments)
    {
        using Example example = Start(folder, arguments);
        return example.End();
    }

    /// <summary>Reads the output up to the line that begins so.</summary>
    public void WaitFor(string beginning)
    {
        using var patience = new CancellationTokenSource(Patience);
        string? line;
        do
        {
            line = process.StandardOutput.ReadLineAsync(patience.Token).AsTask().GetAwaiter().GetResult();
            Assert.True(line is not null, $"The program ended without a line that begins '{beginning}'");
        }
        while (!line!.StartsWith(beginning, StringComparison.Ordinal));
    }

    /// <summary>Kills the program at a moment drawn from a fixed stream; false if it has ended by itself before.</summary>
    /// <param name="attempt">The number of the draw.</param>
    /// <param name="latest">The moments are from the start up to this.</param>
    public bool Kill(int attempt, TimeSpan latest)
    {
        if (process.WaitForExit(latest * CounterRandom.OpenUniform(CounterRandom.Key(5, 0), (ulong)attempt)))
        {
            return false;
        }

        process.Kill();
        process.WaitForExit();
        return true;
    }

    public ExampleResult End()
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(Patience), "The program did not end");
        return new ExampleResult(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
