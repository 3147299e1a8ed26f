using NetDsl.Generator.Model;

namespace NetDsl.Analyzers.Tests.Parsing;

public class HeaderTests
{
    [Fact]
    public void NestedClass()
    {
        NetworkModel model = Source.Parse(
            "namespace A.@class { public partial record struct R { internal static partial class C<TKey, TValue> { partial interface I<out T> { [Network, Input(8), Relu] protected internal sealed partial class @new; } } } }");
        Assert.Equal("A.@class", model.Namespace);
        Assert.Equal(["partial record struct R", "partial class C<TKey, TValue>", "partial interface I<out T>"], model.ContainingTypes);
        Assert.Equal(("@new", "protected internal", "sealed"), (model.Name, model.Accessibility, model.Modifiers));
        Assert.Equal("A.class.R.C-2.I-1.new", model.FullName);
        Assert.True(model.Extensible);
    }

    [Fact]
    public void FullNameIsAFileName() =>
        Assert.Equal("Größe.N-_1", Source.Parse("namespace Größe { [Network, Input(8), Relu] partial class N\u0301_1; }").FullName);

    [Fact]
    public void GlobalNamespace()
    {
        NetworkModel model = Source.Parse("[Network(Training = false, Unroll = Unroll.Tile), Input(8), Relu] partial class N;");
        Assert.Equal(("", "N", "", "", "N"), (model.Namespace, model.Name, model.Accessibility, model.Modifiers, model.FullName));
        Assert.False(model.Training);
        Assert.Equal(Unroll.Tile, model.Unroll);
        Assert.Empty(model.ContainingTypes);
    }

    [Fact]
    public void AccessibilityMayStandOnAnyDeclaration() => Assert.Equal(
        "private protected",
        Source.Parse("partial class Outer { [Network, Input(8), Relu] partial class N; private protected partial class N; }").Accessibility);

    [Theory]
    [InlineData("class N;", false)]
    [InlineData("partial class N<T>;", false)]
    [InlineData("partial record N;", false)]
    [InlineData("partial struct N;", false)]
    [InlineData("partial class N(int a);", false)]
    [InlineData("partial class N { int Facts; }", false)]
    [InlineData("static partial class N;", false)]
    [InlineData("file partial class N;", false)]
    [InlineData("abstract partial class N;", true)]
    [InlineData("partial class N { void Predict() { } }", true)]
    public void Extensible(string declaration, bool extensible) =>
        Assert.Equal(extensible, Source.Parse($"[Network, Input(8), Relu] {declaration}").Extensible);

    [Fact]
    public void NamesCountPerKind() => Assert.Equal(
        ["C1", "Conv2d2", "Tanh1", "Head", "Dense2"],
        Source.Infer("[Network, Input(8, 8, 1), Conv2d(1, 1, 1, Name = \"C1\"), Conv2d(1, 1, 1), Tanh, Dense(2, Name = \"Head\"), Dense(3), MeanSquaredError] partial class N;")
            .Layers.Select(layer => layer.Name));
}
