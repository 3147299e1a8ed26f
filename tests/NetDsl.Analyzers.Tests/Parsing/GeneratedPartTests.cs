using Microsoft.CodeAnalysis.CSharp;

namespace NetDsl.Analyzers.Tests.Parsing;

/// <summary>The analyzer sees the generated part of a network; the declaration is what it is with or without it.</summary>
public class GeneratedPartTests
{
    private const string Path = "obj/NetDsl.Generator/NetDsl.Generator.NetworkGenerator/LeNet5.g.cs";

    private const string Generated = """
        [System.Diagnostics.DebuggerDisplay("x")]
        partial class LeNet5
        {
            public const int InputLength = 1024;
            public LeNet5(int seed = 0) { }
            public int Threads { get; set; }
            public static class Facts { }
        }
        """;

    [Fact]
    public void ItsMembersAreNoCollisions()
    {
        CSharpCompilation compilation = Source.Compile(Source.LeNet);
        compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Generated, new CSharpParseOptions(LanguageVersion.Latest), Path));
        Assert.Empty(compilation.GetDiagnostics());
        Assert.Empty(Verify.Analyze(compilation));
    }

    [Fact]
    public void ThoseOfAnybodyElseAre() => Assert.Equal(
        "NDSL0004", Assert.Single(Verify.Analyze(Source.Compile(Source.LeNet, Generated))).Id);
}
