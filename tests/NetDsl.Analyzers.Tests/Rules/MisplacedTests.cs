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
    public void LossAtTheEnd() => Verify.LayersAreClean("Input(8), Dense(3), SoftmaxCrossEntropy");
}
