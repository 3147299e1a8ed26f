using Microsoft.CodeAnalysis;

namespace NetDsl.Analyzers.Tests.Rules;

public class UnoptimizedTests
{
    private const string Digits = "[Network, Input(8, 8, 1), Dense(3)] partial class Digits;";

    [Fact]
    public void EveryNetworkOfAProjectWithoutOptimisation()
    {
        Diagnostic[] found = [.. Verify.Analyze(Source.Compile(OptimizationLevel.Debug, Digits, "[Network, Input(4), Dense(2)] partial class Bits;"))];
        Assert.Equal(
            [
                "The kernels of Bits are compiled without optimisation and run about 50 times slower; set <Optimize>true</Optimize> in the project, or remove NetDslOptimizeKernels=false",
                "The kernels of Digits are compiled without optimisation and run about 50 times slower; set <Optimize>true</Optimize> in the project, or remove NetDslOptimizeKernels=false",
            ],
            found.Select(diagnostic => diagnostic.GetMessage()).Order(StringComparer.Ordinal));
        Assert.All(found, diagnostic => Assert.Equal(("NDSL3002", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity)));
        Assert.Equal(
            ["Bits", "Digits"],
            found.Select(diagnostic => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NotWithOptimisation() => Verify.IsClean(Digits);

    [Fact]
    public void NotWithoutANetwork() => Assert.Empty(Verify.Analyze(Source.Compile(OptimizationLevel.Debug, "class Digits;")));

    [Fact]
    public void NotBesideAnErrorThatLeavesNoKernels()
    {
        Diagnostic found = Assert.Single(Verify.Analyze(Source.Compile(OptimizationLevel.Debug, "[Network, Input(8, 8, 1), Conv2d(9, 9, 2)] partial class Digits;")));
        Assert.Equal("NDSL1001", found.Id);
    }
}
