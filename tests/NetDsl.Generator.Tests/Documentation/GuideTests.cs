using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Testing;
using NetDsl.Testing.Harness;

namespace NetDsl.Generator.Tests.Documentation;

/// <summary>The guides' code compiles without a warning, runs, and writes what the guide says.</summary>
public sealed class GuideTests
{
    [Theory]
    [InlineData("tutorial")]
    [InlineData("shapes")]
    [InlineData("files")]
    [InlineData("memory")]
    [InlineData("questions")]
    public void Code_does_what_the_guide_says(string page)
    {
        var guide = new Guide(Path.Combine(RepositoryRoot.Path, "docs", $"{page}.md"));
        CSharpCompilation project = ProjectCompiler.Compile(HarnessOptions.Default, guide.Sources);
        GeneratorRun run = GeneratorHarness.Run(project, HarnessOptions.Default);
        Assert.DoesNotContain(run.CompilerDiagnostics, diagnostic => diagnostic.Id != "CS1591");

        var written = (string)run.Load().Type("Page").GetMethod("Run")!.Invoke(null, null)!;
        string[] lines = written.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        IReadOnlyList<string?> promised = guide.Promised;
        if (promised.Any(promise => promise is not null))
        {
            Assert.Equal(promised.Count, lines.Length);
            Assert.All(promised.Zip(lines), pair => Assert.Equal(pair.First ?? pair.Second, pair.Second));
        }
    }

    [Fact]
    public void Links_lead_somewhere()
    {
        string docs = Path.Combine(RepositoryRoot.Path, "docs");
        IEnumerable<(string Page, string Target)> links = Directory.GetFiles(docs, "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(RepositoryRoot.Path, "README.md"))
            .SelectMany(page => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(page), @"\]\(([^)\s]+)\)").Select(match => (page, match.Groups[1].Value)));
        string[] dead = [.. links
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal) && link.Target[0] != '#')
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.Page)!, link.Target.Split('#')[0])))
            .Select(link => $"{link.Page}: {link.Target}")];
        Assert.Empty(dead);
    }
}
