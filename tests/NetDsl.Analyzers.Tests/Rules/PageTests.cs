using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Testing;

namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>Every rule has a page, and the page's examples do what it says.</summary>
public class PageTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "docs", "rules");

    public static TheoryData<string> Ids => [.. new ShapeAnalyzer().SupportedDiagnostics.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void WrongExampleIsReported(string id) => Assert.Equal([id], Analyze(id, "wrong"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void RightExampleIsClean(string id) => Assert.Empty(Analyze(id, "right"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void DescriptorFits(string id)
    {
        DiagnosticDescriptor rule = new ShapeAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == id);
        Assert.StartsWith($"# {id}: {rule.Title}\n", Page(id), StringComparison.Ordinal);
        Assert.Equal($"https://github.com/netdsl/netdsl/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.Equal(id[4] switch { '0' => "NetDsl.Declaration", '1' => "NetDsl.Shape", '2' => "NetDsl.Advice", _ => "NetDsl.Emission" }, rule.Category);
        Assert.Equal(id[4] is '0' or '1', rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
        Assert.Equal(id != "NDSL2100", rule.IsEnabledByDefault);
        Assert.Equal(
            id is "NDSL2010" or "NDSL2100" ? DiagnosticSeverity.Info
            : id[4] == '2' || id is "NDSL3002" or "NDSL3003" ? DiagnosticSeverity.Warning
            : DiagnosticSeverity.Error,
            rule.DefaultSeverity);
    }

    [Fact]
    public void EveryPageBelongsToARule() => Assert.Equal(
        new ShapeAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Analyze(string id, string mark)
    {
        string code = Example(id, "csharp", mark);
        Assert.NotEmpty(code);
        string project = Example(id, "xml", mark);
        CSharpCompilation compilation = Source.Compile(Level(project), code.Replace("using NetDsl;\n", "", StringComparison.Ordinal));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(Severities(Example(id, "ini", mark))));
        return Verify.Analyze(compilation, Properties(project)).Select(diagnostic => diagnostic.Id);
    }

    // What the props make of the project's own property in a Debug build.
    private static OptimizationLevel Level(string project) =>
        project.Contains("<NetDslOptimizeKernels>false</NetDslOptimizeKernels>", StringComparison.Ordinal) ? OptimizationLevel.Debug : OptimizationLevel.Release;

    private static Dictionary<string, string> Properties(string project) => Regex.Matches(project, "<(\\w+)>([^<]*)</")
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static Dictionary<string, ReportDiagnostic> Severities(string editorconfig) => Regex.Matches(editorconfig, "dotnet_diagnostic\\.(\\w+)\\.severity = suggestion")
        .ToDictionary(match => match.Groups[1].Value, _ => ReportDiagnostic.Info);

    private static string Example(string id, string language, string mark) =>
        Regex.Match(Page(id), $"```{language} {mark}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private static string Page(string id) => File.ReadAllText(Path.Combine(Folder, $"{id}.md"));
}
