using NetDsl.Generator.Model;

namespace NetDsl.Analyzers.Tests.Shapes;

/// <summary>Networks whose maps and parameters are published.</summary>
public class KnownNetworkTests
{
    private const string AlexNet = """
        Input(227, 227, 3),
        Conv2d(11, 11, 96, Stride = 4), Relu, MaxPool2d(3, 3, Stride = 2),
        Conv2d(5, 5, 256, Padding.Same, Groups = 2), Relu, MaxPool2d(3, 3, Stride = 2),
        Conv2d(3, 3, 384, Padding.Same), Relu,
        Conv2d(3, 3, 384, Padding.Same, Groups = 2), Relu,
        Conv2d(3, 3, 256, Padding.Same, Groups = 2), Relu, MaxPool2d(3, 3, Stride = 2),
        Dense(4096), Relu, Dropout(0.5), Dense(4096), Relu, Dropout(0.5), Dense(1000), SoftmaxCrossEntropy
        """;

    private const string ZFNet = """
        Input(224, 224, 3),
        Conv2d(7, 7, 96, Stride = 2, Pad = 1), Relu, MaxPool2d(3, 3, Stride = 2, CeilMode = true),
        Conv2d(5, 5, 256, Stride = 2), Relu, MaxPool2d(3, 3, Stride = 2, CeilMode = true),
        Conv2d(3, 3, 384, Padding.Same), Relu, Conv2d(3, 3, 384, Padding.Same), Relu, Conv2d(3, 3, 256, Padding.Same), Relu,
        MaxPool2d(3, 3, Stride = 2), Dense(4096), Relu, Dense(4096), Relu, Dense(1000), SoftmaxCrossEntropy
        """;

    private const string Exercise = """
        Input(200, 300, 3),
        Conv2d(3, 3, 100, Padding.Same, Stride = 2), Conv2d(3, 3, 200, Padding.Same, Stride = 2), Conv2d(3, 3, 400, Padding.Same, Stride = 2)
        """;

    [Theory]
    [InlineData(AlexNet, 60_965_224, "55 27 27 13 13 13 13 6")]
    [InlineData(ZFNet, 62_357_608, "110 55 26 13 13 13 13 6")]
    [InlineData(Exercise, 903_400, "100 50 25")]
    public void ParametersAndMaps(string attributes, long parameters, string maps)
    {
        ShapedNetwork network = Source.InferLayers(attributes);
        Assert.Empty(network.Problems);
        Assert.Equal(parameters, network.Layers.Sum(layer => layer.Operation.Parameters.Sum(parameter => parameter.Length)));
        IEnumerable<int> heights = network.Layers.Where(layer => layer.Operation is Convolution or Pooling).Select(layer => layer.Output.Height);
        Assert.Equal(maps, string.Join(" ", heights));
    }
}
