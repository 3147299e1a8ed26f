using System.Text.Json;
using Xunit;

namespace NetDsl.Testing.Golden;

/// <summary>
/// Results of other frameworks, kept in a folder <c>shared/golden</c> beside the repository. They are never part of it,
/// so tests that need them are skipped where the folder is absent.
/// </summary>
public static class GoldenCases
{
    private static readonly Lazy<string?> Found = new(Locate);

    /// <summary>Ids of all cases of the given kinds; empty where there is no data.</summary>
    public static IReadOnlyList<string> Ids(Func<string, bool> kind)
    {
        if (Found.Value is not { } folder)
        {
            return [];
        }

        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "index.json")));
        return [.. index.RootElement.GetProperty("cases").EnumerateArray()
            .Where(entry => kind(entry.GetProperty("kind").GetString()!))
            .Select(entry => entry.GetProperty("id").GetString()!)];
    }

    /// <summary>Reads a case, or skips the running test where there is no data.</summary>
    public static GoldenCase Read(string id)
    {
        Skip.If(Found.Value is null, "No folder shared/golden beside the repository");
        return GoldenCase.Read(Path.Combine(Found.Value!, "cases", id));
    }

    private static string? Locate()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "golden");
            if (File.Exists(Path.Combine(candidate, "index.json")))
            {
                return candidate;
            }
        }

        return null;
    }
}
