using NetDsl.Analyzers;
using NetDsl.Testing.Harness;
using Xunit.Sdk;

namespace NetDsl.Generator.Tests.Testing;

public sealed class AnalyzerHarnessTests
{
    private const string Marked = """
        using NetDsl;
        [Network, Input(4, 4, 1), Conv2d([|9|], 9, 2)]
        public sealed partial class Faulty;
        """;

    [Fact]
    public Task A_diagnostic_stands_where_it_is_marked() => AnalyzerHarness.Expect<ShapeAnalyzer>(Marked, "NDSL1001");

    [Fact]
    public Task Another_id_or_place_fails() => Task.WhenAll(
        Assert.ThrowsAnyAsync<XunitException>(() => AnalyzerHarness.Expect<ShapeAnalyzer>(Marked, "NDSL1002")),
        Assert.ThrowsAnyAsync<XunitException>(() => AnalyzerHarness.Expect<ShapeAnalyzer>(Marked.Replace("[|9|]", "9", StringComparison.Ordinal))),
        Assert.ThrowsAnyAsync<XunitException>(() => AnalyzerHarness.Expect<ShapeAnalyzer>("[|using NetDsl;|]", "NDSL1001")));
}
