using NetDsl.Generator.Model;

namespace NetDsl.Analyzers.Tests.Shapes;

public class LeNetTests
{
    [Fact]
    public void EveryLayerHasItsShape()
    {
        ShapedNetwork network = Source.Infer(Source.LeNet);
        Assert.Empty(network.Problems);
        string[] expected =
        [
            "C1 28x28x6", "Tanh1 28x28x6", "AvgPool2d1 14x14x6",
            "Conv2d2 10x10x16", "Tanh2 10x10x16", "AvgPool2d2 5x5x16",
            "Dense1 120", "Tanh3 120", "Dense2 84", "Tanh4 84", "Dense3 10",
        ];
        Assert.Equal(expected, network.Layers.Select(layer => $"{layer.Name} {layer.Output}"));
        Assert.Equal(new Loss(Shape.Features(10), "SoftmaxCrossEntropy"), network.Loss);
    }

    [Fact]
    public void ParametersAddUp() => Assert.Equal(
        61_706,
        Source.Infer(Source.LeNet).Layers.Sum(layer => layer.Operation.Parameters.Sum(parameter => parameter.Length)));
}
