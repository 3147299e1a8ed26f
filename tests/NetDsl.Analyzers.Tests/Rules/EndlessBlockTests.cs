namespace NetDsl.Analyzers.Tests.Rules;

public class EndlessBlockTests
{
    [Fact]
    public void ABlockThatContainsItself() => Verify.Reports(
        "NDSL0007", "A contains itself; its layers would never end, so take it out",
        "[Network, Input(8), A(2), Dense(3)] partial class N; [Network, Input(8), A(1, Repeat = 5)] partial class Other;",
        "sealed class AAttribute : BlockAttribute { [Relu, [|A|](\"n-1\", Repeat = nameof(n))] public AAttribute(object n) { } }");

    [Fact]
    public void ByWayOfOthers() => Verify.Reports(
        "NDSL0007", "A contains itself by way of B, C; its layers would never end, so take it out",
        "[Network, Input(8), A, B, C] partial class N;",
        "sealed class AAttribute : BlockAttribute { [B] public AAttribute() { } }",
        "sealed class BAttribute : BlockAttribute { [Relu, C] public BAttribute() { } }",
        "sealed class CAttribute : BlockAttribute { [Tanh, [|A|](Repeat = 0)] public CAttribute() { } }");

    [Theory]
    [InlineData("[Network, Input(8), Unit([|Repeat = 1000000000|])] partial class N;", 4096, "layers", "repeat Unit less often, or use a smaller block")]
    [InlineData("[Network, Input(8), Outer([|Repeat = 2049|])] partial class N;", 4096, "layers", "repeat Outer less often, or use a smaller block")]
    [InlineData("[Network, Input(8), Empty([|Repeat = 1000000000|])] partial class N;", 16384, "blocks", "repeat Empty less often, or use a smaller block")]
    [InlineData("[Network, Input(8), [|Many|](1000000000)] partial class N;", 4096, "layers", "repeat Many less often, or use a smaller block")]
    [InlineData("[Network, Input(8), [|Doubled|](20)] partial class N;", 16384, "blocks", "repeat Doubled less often, or use a smaller block")]
    public void TooManyLayers(string network, int limit, string what, string remedy) => Verify.Reports(
        "NDSL0007", $"N has more than {limit} {what} once its blocks are written out; {remedy}",
        network,
        """
        [method: Relu] sealed class UnitAttribute() : BlockAttribute;
        [method: Relu, Unit] sealed class OuterAttribute() : BlockAttribute;
        sealed class EmptyAttribute() : BlockAttribute;
        [method: Unit(Repeat = nameof(n))] sealed class ManyAttribute(int n) : BlockAttribute;
        [method: Empty(Repeat = $"{nameof(n)}*256"), Twice(nameof(n)), Twice(nameof(n)), Twice(nameof(n))] sealed class DoubledAttribute(object n) : BlockAttribute;
        [method: Empty(Repeat = $"{nameof(n)}*256")] sealed class TwiceAttribute(object n) : BlockAttribute;
        """);

    [Fact]
    public void AsManyAsThereMayBe() => Verify.IsClean(
        "[Network, Input(8), Unit(Repeat = 4096)] partial class N;", "[method: Relu] sealed class UnitAttribute() : BlockAttribute;");

    [Fact]
    public void AnotherConstructorIsAnotherBlock() => Verify.IsClean(
        "[Network, Input(8), A(2)] partial class N;",
        "sealed class AAttribute : BlockAttribute { [A(Name = \"Inner\")] public AAttribute(int n) { } [Relu] public AAttribute() { } }");
}
