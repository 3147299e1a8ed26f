using System.Diagnostics;

namespace VisualCortex.Tests;

/// <summary>The example's program, started as a user starts it.</summary>
internal static class Example
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static ExampleResult Run(WorkFolder folder, params string[] arguments)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string program = Path.Combine(AppContext.BaseDirectory, "VisualCortex.dll");
        using Process process = Process.Start(new ProcessStartInfo(host, [program, .. arguments])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail("The program did not end");
        }

        return new ExampleResult(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
