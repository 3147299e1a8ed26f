using NetDsl.Testing;
using NetDsl.Testing.Snapshots;

namespace NetDsl.Generator.Tests.Documentation;

/// <summary>The reference pages are what the source says now; NETDSL_ACCEPT_SNAPSHOTS=1 writes them anew.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Attributes() => Compare("attributes.md", AttributeReference.Write());

    [Fact]
    public void Rules() => Compare("rules.md", RuleReference.Write());

    [Fact]
    public void Every_rule_has_a_page() => Assert.All(RuleReference.Rules, rule =>
        Assert.True(File.Exists(Path.Combine(RepositoryRoot.Path, "docs", "rules", $"{rule.Id}.md")), $"{rule.Id} has no page"));

    private static void Compare(string page, string text)
    {
        string path = Path.Combine(RepositoryRoot.Path, "docs", "reference", page);
        if (Environment.GetEnvironmentVariable(Snapshot.AcceptVariable) == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            File.WriteAllText(path, text);
        }

        string present = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(present == text, $"docs/reference/{page} is not what the source says; set {Snapshot.AcceptVariable}=1 to write it anew.");
    }
}
