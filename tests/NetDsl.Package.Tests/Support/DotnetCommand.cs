using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NetDsl.Package.Tests.Support;

/// <summary>What a run of the .NET command line said.</summary>
/// <param name="ExitCode">0 where all went well.</param>
/// <param name="Output">Standard output and errors.</param>
internal sealed partial record DotnetCommand(int ExitCode, string Output)
{
    /// <summary>The ids of errors and warnings, each once, such as <c>error NDSL1001</c>.</summary>
    public IEnumerable<string> Complaints => Complaint().Matches(Output).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Runs <c>dotnet</c> in a folder, without a build server that outlives it.</summary>
    public static DotnetCommand Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A package folder of the machine's own would hold the version packed before.
        start.Environment.Remove("NUGET_PACKAGES");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new DotnetCommand(process.ExitCode, output + errors.Result);
    }

    public DotnetCommand Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode}:\n{Output}");
        return this;
    }

    [GeneratedRegex(@"\b((?:error|warning) [A-Z]+[0-9]+)\b")]
    private static partial Regex Complaint();
}
