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

    [Theory]
    [InlineData("Bottleneck(64, Repeat = 3), Stage(128, 8), Stage(256, 36), Stage(512, 3)", 60_192_808, 50)]
    [InlineData("Bottleneck(64, Repeat = 3), Stage(128, 4), Stage(256, 6), Stage(512, 3)", 25_557_032, 16)]
    public void ResNets(string stages, long parameters, int units)
    {
        ShapedNetwork network = Source.Infer(
            $"""
            [Network, Input(224, 224, 3)]
            [Conv2d(7, 7, 64, Padding.Same, Stride = 2, Bias = false), BatchNorm, Relu, MaxPool2d(3, 3, Padding.Same, Stride = 2)]
            [{stages}]
            [GlobalAvgPool2d, Dense(1000), SoftmaxCrossEntropy]
            partial class ResNet;
            """,
            """
            public sealed class BottleneckAttribute : BlockAttribute
            {
                [Branch]
                [Conv2d(1, 1, nameof(width), Bias = false), BatchNorm, Relu]
                [Conv2d(3, 3, nameof(width), Padding.Same, Stride = nameof(stride), Bias = false), BatchNorm, Relu]
                [Conv2d(1, 1, $"4*{nameof(width)}", Bias = false), BatchNorm(ZeroInit = true)]
                [Branch]
                [Shortcut($"4*{nameof(width)}", Stride = nameof(stride))]
                [Add, Relu]
                public BottleneckAttribute(object width, int stride = 1) { }
            }
            public sealed class StageAttribute : BlockAttribute
            {
                [Bottleneck(nameof(width), stride: 2)]
                [Bottleneck(nameof(width), Repeat = $"{nameof(units)}-1")]
                public StageAttribute(int width, int units) { }
            }
            """);
        Assert.Empty(network.Problems);
        Assert.Equal(parameters, network.Layers.Sum(layer => layer.Operation.TrainableCount));
        Assert.Equal(units, network.Layers.Count(layer => layer.Operation is Addition));
        Assert.Equal(4, network.Layers.Count(layer => layer.Name.EndsWith("Bottleneck1.Shortcut1.BatchNorm1", StringComparison.Ordinal)));
        Assert.Equal("Bottleneck1.Shortcut1.Conv2d1 56x56x256 < 3", network.Layers
            .Where(layer => layer.Name.Contains("Shortcut", StringComparison.Ordinal))
            .Select(layer => $"{layer.Name} {layer.Output} < {string.Join(" ", layer.Sources)}")
            .First());
    }

    [Fact]
    public void GoogLeNet()
    {
        ShapedNetwork network = Source.Infer(
            """
            [Network, Input(224, 224, 3)]
            [Conv2d(7, 7, 64, Padding.Same, Stride = 2), Relu, MaxPool2d(3, 3, Padding.Same, Stride = 2)]
            [Conv2d(1, 1, 64), Relu, Conv2d(3, 3, 192, Padding.Same), Relu, MaxPool2d(3, 3, Padding.Same, Stride = 2)]
            [Inception(64, 96, 128, 16, 32, 32), Inception(128, 128, 192, 32, 96, 64), MaxPool2d(3, 3, Padding.Same, Stride = 2)]
            [Inception(192, 96, 208, 16, 48, 64), Head("aux1")]
            [Inception(160, 112, 224, 24, 64, 64), Inception(128, 128, 256, 24, 64, 64), Inception(112, 144, 288, 32, 64, 64)]
            [Branch, AvgPool2d(5, 5, Stride = 3), Conv2d(1, 1, 128), Relu, Dense(1024), Relu, Dropout(0.7), Dense(1000), Output("aux2", LossWeight = 0.3)]
            [Inception(256, 160, 320, 32, 128, 128), MaxPool2d(3, 3, Padding.Same, Stride = 2)]
            [Inception(256, 160, 320, 32, 128, 128), Inception(384, 192, 384, 48, 128, 128)]
            [GlobalAvgPool2d, Dropout(0.4), Dense(1000), SoftmaxCrossEntropy]
            partial class GoogLeNet;
            """,
            """
            sealed class InceptionAttribute : BlockAttribute
            {
                [Branch, Conv2d(1, 1, nameof(c1)), Relu]
                [Branch, Conv2d(1, 1, nameof(r3)), Relu, Conv2d(3, 3, nameof(c3), Padding.Same), Relu]
                [Branch, Conv2d(1, 1, nameof(r5)), Relu, Conv2d(5, 5, nameof(c5), Padding.Same), Relu]
                [Branch, MaxPool2d(3, 3, Padding.Same, Stride = 1), Conv2d(1, 1, nameof(p)), Relu]
                [Concat]
                public InceptionAttribute(int c1, int r3, int c3, int r5, int c5, int p) { }
            }
            sealed class HeadAttribute : BlockAttribute
            {
                [Branch, AvgPool2d(5, 5, Stride = 3), Conv2d(1, 1, 128), Relu, Dense(1024), Relu, Dropout(0.7), Dense(1000)]
                [Output(nameof(name), LossWeight = 0.3)]
                public HeadAttribute(string name) { }
            }
            """);
        Assert.Empty(network.Problems);
        Assert.Equal(13_378_280, network.Layers.Sum(layer => layer.Operation.TrainableCount));
        Assert.Equal(6_998_552, network.PredictingLayers.Sum(layer => layer.Operation.TrainableCount));
        Assert.Equal(["Head1.aux1", "aux2"], network.Heads.Select(head => head.Name));
        Assert.Equal(
            [163_696, 388_736, 376_176, 449_160, 510_104, 605_376, 868_352, 1_043_456, 1_444_080],
            network.Blocks.Where(block => block.Path.StartsWith("Inception", StringComparison.Ordinal)).Select(block =>
                network.Layers.Skip(block.First).Take(block.Count).Sum(layer => layer.Operation.TrainableCount)));
    }
}
