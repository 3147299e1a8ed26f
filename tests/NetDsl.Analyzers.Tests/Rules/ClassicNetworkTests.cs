using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Testing;

namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>What is said of networks that everybody knows is true of them, and no more; their projects' .editorconfig, or a pragma in the file, says why it may stay.</summary>
public class ClassicNetworkTests
{
    [Theory]
    [InlineData("examples/ClassicNetworks", """
        AlexNet NDSL2010
        AlexNetUngrouped NDSL2010
        GoogLeNet NDSL2003
        ResNet101 NDSL2003
        ResNet152 NDSL2003
        ResNet18 NDSL2003
        ResNet34 NDSL2003
        ResNet50 NDSL2003
        ZFNet NDSL2010
        """)]
    [InlineData("examples/LeNet5", """
        LeNet5 NDSL2010
        ModernLeNet5 NDSL2010
        ResidualNetwork NDSL2003
        """)]
    [InlineData("benchmarks/NetDsl.Peers", """
        AlexNet NDSL2010
        LeNet5 NDSL2010
        """)]
    [InlineData("benchmarks/NetDsl.Benchmarks", "LeNet5 NDSL2010")]
    [InlineData("tests/NetDsl.Networks.Tests/Declarations", """
        LeNet5 NDSL2010
        Normalized NDSL2010
        """)]
    [InlineData("examples/VisualCortex", "")]
    [InlineData("Templates/content", "")]
    public void Advice(string folder, string expected)
    {
        IEnumerable<string> files = new[] { folder, "Networks" }
            .SelectMany(name => Directory.GetFiles(Path.Combine(RepositoryRoot.Path, name), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        CSharpCompilation compilation = Source.Compile([.. files.Select(File.ReadAllText)]);
        Diagnostic[] found = [.. Verify.AnalyzeAll(compilation)];
        Assert.Equal(
            expected.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal),
            found.Select(Describe).Distinct().Order(StringComparer.Ordinal));
    }

    private static string Describe(Diagnostic diagnostic)
    {
        SyntaxNode node = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan);
        string type = node.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>()!.Identifier.ValueText;
        return $"{type} {diagnostic.Id}";
    }
}
