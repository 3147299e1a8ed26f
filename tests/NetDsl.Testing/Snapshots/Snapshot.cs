using System.Runtime.CompilerServices;
using NetDsl.Testing.Harness;
using Xunit;

namespace NetDsl.Testing.Snapshots;

/// <summary>
/// Compares generated files with accepted ones beside the test, in Verify's naming: <c>Tests.Name#Hint.verified.cs</c>.
/// With NETDSL_ACCEPT_SNAPSHOTS=1 the present text is accepted, except where CI is set.
/// </summary>
public static class Snapshot
{
    public const string AcceptVariable = "NETDSL_ACCEPT_SNAPSHOTS";

    public static void Verify(GeneratorRun run, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "") =>
        Verify(run.Sources, testFile, test, Environment.GetEnvironmentVariable);

    /// <summary>The same with the environment given.</summary>
    public static void Verify(
        IReadOnlyList<(string HintName, string Text)> sources, string testFile, string test, Func<string, string?> environment)
    {
        string folder = Path.GetDirectoryName(testFile)!;
        string stem = $"{Path.GetFileNameWithoutExtension(testFile)}.{test}";
        bool accept = environment(AcceptVariable) == "1";
        Assert.False(accept && !string.IsNullOrEmpty(environment("CI")), $"{AcceptVariable} is set in CI, where nothing may be accepted");

        var complaints = new List<string>();
        var known = new HashSet<string>();
        foreach ((string hint, string text) in sources)
        {
            string verified = Path.Combine(folder, $"{stem}#{WithoutExtension(hint)}.verified.cs");
            known.Add(verified);
            Compare(verified, $"//HintName: {hint}\n{Normalised(text)}", accept, complaints);
        }

        foreach (string file in Directory.GetFiles(folder, $"{stem}#*.verified.cs").Where(file => !known.Contains(file)))
        {
            Settle(accept, () => File.Delete(file), $"{Path.GetFileName(file)} is no longer generated", complaints);
        }

        Assert.True(complaints.Count == 0, string.Join("\n", complaints) + $"\nSet {AcceptVariable}=1 to accept what is generated now.");
    }

    private static void Compare(string verified, string text, bool accept, List<string> complaints)
    {
        string received = verified[..^".verified.cs".Length] + ".received.cs";
        if (File.Exists(verified) && Normalised(File.ReadAllText(verified)) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(accept ? verified : received, text);
        Settle(accept, () => File.Delete(received), $"{Path.GetFileName(verified)} differs; the present text is in {Path.GetFileName(received)}", complaints);
    }

    private static void Settle(bool accept, Action accepted, string complaint, List<string> complaints)
    {
        if (accept)
        {
            accepted();
        }
        else
        {
            complaints.Add(complaint);
        }
    }

    private static string WithoutExtension(string hint) => hint.EndsWith(".cs", StringComparison.Ordinal) ? hint[..^3] : hint;

    private static string Normalised(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
