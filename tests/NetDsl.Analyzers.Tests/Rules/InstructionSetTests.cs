using Microsoft.CodeAnalysis;

namespace NetDsl.Analyzers.Tests.Rules;

public class InstructionSetTests
{
    private const string Digits = "[Network, Input(8, 8, 1), Dense(3)] partial class Digits;";

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("")]
    public void EveryNetworkOfANativeProgramWithoutAnInstructionSet(string platform)
    {
        Diagnostic found = Assert.Single(Analyze(Digits, ("PublishAot", "True"), ("NetDslNativePlatform", platform)));
        Assert.Equal(("NDSL3003", DiagnosticSeverity.Warning), (found.Id, found.Severity));
        Assert.Equal(
            "The native kernels of Digits have vectors of 128 bits without FMA, whatever the processor can do; set <IlcInstructionSet>x86-64-v3</IlcInstructionSet> in the project, or remove NetDslInstructionSet=none",
            found.GetMessage());
        Assert.Equal("Digits", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    [Fact]
    public void NotWithAnInstructionSet() => Assert.Empty(Analyze(Digits, ("PublishAot", "true"), ("IlcInstructionSet", "x86-64-v3")));

    [Fact]
    public void NotWithoutNativeCompilation() => Assert.Empty(Analyze(Digits, ("PublishAot", "")));

    [Fact]
    public void NotOnArm() => Assert.Empty(Analyze(Digits, ("PublishAot", "true"), ("NetDslNativePlatform", "linux-arm64")));

    [Fact]
    public void NotWithoutANetwork() => Assert.Empty(Analyze("class Digits;", ("PublishAot", "true")));

    private static IEnumerable<Diagnostic> Analyze(string source, params (string Name, string Value)[] properties) =>
        Verify.Analyze(Source.Compile(source), properties.ToDictionary(property => property.Name, property => property.Value));
}
