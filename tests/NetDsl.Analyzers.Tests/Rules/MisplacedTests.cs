namespace NetDsl.Analyzers.Tests.Rules;

public class MisplacedTests
{
    [Theory]
    [InlineData("Relu, MeanSquaredError, [|Dense|](3), Relu", "Dense stands after the loss; MeanSquaredError is the loss, one only and the last layer")]
    [InlineData("Relu, MeanSquaredError, [|SoftmaxCrossEntropy|]", "SoftmaxCrossEntropy is a second loss; MeanSquaredError is the loss, one only and the last layer")]
    [InlineData("[|SoftmaxCrossEntropy|]", "SoftmaxCrossEntropy has no layer before it; put the layers of the network before the loss")]
    public void Reports(string layers, string message) => Verify.LayersReport("NDSL0009", message, "Input(8), " + layers);

    [Fact]
    public void LayersWithoutANetwork() => Verify.Reports(
        "NDSL0009", "Input stands on Foo, which is no network; add [Network]",
        "[[|Input|](8), Dense(3)] partial class Foo;");

    [Fact]
    public void LayersOfABlockOnItsClass() => Verify.Reports(
        "NDSL0009", "Relu stands on UnitAttribute, which is a block; put its layers on the constructor, with [method: ...] on a primary one",
        "[[|Relu|]] sealed class UnitAttribute(int n) : BlockAttribute;");

    [Theory]
    [InlineData("class Foo { [[|Relu|], Tanh] public Foo() { } }", "Foo")]
    [InlineData("[method: [|Dense|](3)] class Foo(int n) : System.Attribute;", "Foo")]
    [InlineData("[Network, Input(8), Dense(3)] partial class Foo { [[|Relu|]] public Foo(double n) { } }", "Foo")]
    public void LayersOnAConstructorOfNoBlock(string source, string type) => Verify.Reports(
        "NDSL0009", $"{source[(source.IndexOf("[|", StringComparison.Ordinal) + 2)..source.IndexOf("|]", StringComparison.Ordinal)]} stands on the constructor of {type}, which is no block; derive it from BlockAttribute",
        source);

    [Fact]
    public void LossAtTheEnd() => Verify.LayersAreClean("Input(8), Dense(3), SoftmaxCrossEntropy");
}
