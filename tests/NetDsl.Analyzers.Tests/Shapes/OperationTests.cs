using NetDsl.Generator.Model;

namespace NetDsl.Analyzers.Tests.Shapes;

public class OperationTests
{
    [Fact]
    public void ConvolutionTakesAllItsSettings() => Assert.Equal(
        new Convolution(
            Shape.Image(8, 8, 4), Shape.Image(8, 8, 6), new Axis(8, 3, 1, 1, 1, 1, 8), new Axis(8, 3, 1, 1, 1, 1, 8),
            Groups: 2, Bias: false, Initializer.HeNormal, InitScale: 0.5, BiasInit: 0.25, Same: true),
        Single("Input(8, 8, 4), Conv2d(3, 3, 6, Padding.Same, Groups = 2, Bias = false, Init = Initializer.HeNormal, InitScale = 0.5, BiasInit = 0.25)"));

    [Fact]
    public void TheLayerThatEverythingStartsFrom()
    {
        Operation layer = Single("Input(100, 150, 3), Conv2d(5, 5, 200, Padding.Same)");
        Assert.Equal(15_200, layer.Parameters.Sum(parameter => parameter.Length));
        Assert.Equal(225_000_000, layer.Multiplies);
    }

    [Fact]
    public void AtrousConvolutionIsADilatedOne() => Assert.Equal(
        Single("Input(9, 9, 4), Conv2d(3, 3, 6, Padding.Same, Dilation = 2)"),
        Single("Input(9, 9, 4), AtrousConv2d(3, 3, 6, 2, Padding.Same)"));

    [Fact]
    public void ConvolutionOfASequenceHasOneDimension()
    {
        Operation layer = Single("Input(17, 4), Conv1d(3, 6, Padding.Same, Stride = 2, Groups = 2)");
        Assert.Equal(Shape.Sequence(9, 6), layer.Output);
        Assert.Equal([3, 2, 6], layer.Parameters[0].Shape);
        Assert.Equal(9 * 3 * 2 * 6, layer.Multiplies);
        Assert.Equal("3, 6 filters, Same, stride 2, 2 groups", layer.Description);
    }

    [Fact]
    public void DepthwiseConvolutionMultipliesItsChannels()
    {
        Operation layer = Single("Input(9, 9, 4), DepthwiseConv2d(3, 5, Padding.Same, Multiplier = 3)");
        Assert.Equal(Shape.Image(9, 9, 12), layer.Output);
        Assert.Equal([3, 5, 4, 3], layer.Parameters[0].Shape);
        Assert.Equal((15 * 12) + 12, layer.Parameters.Sum(parameter => parameter.Length));
        Assert.Equal(9 * 9 * 15 * 12, layer.Multiplies);
        Assert.Equal((15, 45), (layer.Parameters[0].FanIn, layer.Parameters[0].FanOut));
        Assert.Equal("3x5, multiplier 3, Same", layer.Description);
    }

    [Fact]
    public void SeparableConvolutionCountsBothParts()
    {
        Operation layer = Single("Input(32, 32, 16), SeparableConv2d(3, 3, 32, Padding.Same)");
        Assert.Equal(Shape.Image(32, 32, 32), layer.Output);
        Assert.Equal(["weight_depthwise", "weight_pointwise", "bias"], layer.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(688, layer.Parameters.Sum(parameter => parameter.Length));
        Assert.Equal(32 * 32 * 16 * (9 + 32), layer.Multiplies);
    }

    [Fact]
    public void ConvolutionOfAVolumeHasThreeDimensions()
    {
        Operation layer = Single("Input(5, 7, 9, 4), Conv3d(3, 2, 1, 6, Padding.Same, StrideDepth = 2, Groups = 2)");
        Assert.Equal(Shape.Volume(3, 7, 9, 6), layer.Output);
        Assert.Equal([3, 2, 1, 2, 6], layer.Parameters[0].Shape);
        Assert.Equal(3 * 7 * 9 * 6 * 2 * 6, layer.Multiplies);
        Assert.Equal("3x2x1, 6 filters, Same, stride 2x1x1, 2 groups", layer.Description);
    }

    [Theory]
    [InlineData("Input(7, 3), Conv1dTranspose(4, 5, Padding.Same, Stride = 2)", 1, 1, 14, 1)]
    [InlineData("Input(7, 3), Conv1dTranspose(4, 5, Stride = 2)", 1, 1, 16, 0)]
    [InlineData("Input(7, 3), Conv1dTranspose(2, 5, Stride = 3)", 1, 1, 21, 0)]
    [InlineData("Input(5, 3, 3), Conv2dTranspose(3, 3, 5, Padding.Same, Stride = 2)", 1, 10, 6, 0)]
    [InlineData("Input(5, 3, 3), Conv2dTranspose(3, 5, 5, Padding.Same, StrideHeight = 2)", 1, 10, 3, 2)]
    [InlineData("Input(5, 3, 3), Conv2dTranspose(3, 3, 5, Padding.Same, Stride = 2, OutputPadding = 1)", 1, 11, 7, 0)]
    [InlineData("Input(2, 5, 3, 3), Conv3dTranspose(2, 3, 3, 5, Stride = 2)", 4, 11, 7, 0)]
    public void TransposedConvolutionEnlarges(string attributes, int depth, int height, int width, int crop)
    {
        var layer = (TransposedConvolution)Single(attributes);
        Assert.Equal((depth, height, width, 5), (layer.Output.Depth, layer.Output.Height, layer.Output.Width, layer.Output.Channels));
        Assert.Equal(crop, layer.Width.PadBefore);
        Assert.Equal([5, 3], layer.Parameters[0].Shape.Skip(layer.Input.Rank));
        Assert.Equal(layer.Input.Length * layer.Parameters[0].Shape.Take(layer.Input.Rank).Aggregate(5, (product, kernel) => product * kernel), layer.Multiplies);
    }

    // Layer C3 of LeNet-5 (LeCun et al. 1998, table I).
    private const string C3 =
        "X...XXX..XXXX.XX\\nXX...XXX..XXXX.X\\nXXX...XXX..X.XXX\\n.XXX..XXXX..X.XX\\n..XXX..XXXX.XX.X\\n...XXX..XXXX.XXX";

    [Theory]
    [InlineData(C3)]
    [InlineData("1...111..1111.11;11---111..1111 1;111...111..1.111;.111..1111001.11;..111..1111.11.1;...111..1111.111;")]
    public void ConnectionsAreCounted(string table)
    {
        Operation layer = Single($"Input(14, 14, 6), Conv2d(5, 5, 16, Connections = \"{table}\")");
        Assert.Equal([5, 5, 6, 16], layer.Parameters[0].Shape);
        Assert.Equal(1516, layer.TrainableCount);
        Assert.Equal(150_000, layer.Multiplies);
        Assert.Equal((94, 250), (layer.Parameters[0].FanIn, layer.Parameters[0].FanOut));
        Assert.Equal("5x5, 16 filters, 60 connections", layer.Description);
    }

    [Fact]
    public void ConnectionsOfOtherDimensionsAreCounted()
    {
        Assert.Equal((3 * 3) + 2, Single("Input(9, 2), Conv1d(3, 2, Connections = \"XX;.X\")").TrainableCount);
        Operation volume = Single("Input(3, 4, 5, 2), Conv3d(2, 2, 2, 2, Connections = \"XX;.X\")");
        Assert.Equal((8 * 3) + 2, volume.TrainableCount);
        Assert.Equal(2 * 3 * 4 * 8 * 3, volume.Multiplies);
    }

    [Fact]
    public void DenseTakesAnImageAsAVector() => Assert.Equal(
        new FullyConnected(Shape.Image(4, 5, 6), Shape.Features(7), Bias: true, Initializer.GlorotUniform, InitScale: 1, BiasInit: 0),
        Single("Input(4, 5, 6), Dense(7)"));

    [Theory]
    [InlineData("Relu", 0)]
    [InlineData("LeakyRelu", 0.01)]
    [InlineData("LeakyRelu(0.2)", 0.2)]
    [InlineData("LeakyRelu(\"1/4.0\")", 0.25)]
    [InlineData("Tanh", 0)]
    [InlineData("ScaledTanh", 0)]
    [InlineData("Sigmoid", 0)]
    [InlineData("Relu6", 0)]
    [InlineData("Elu", 1)]
    [InlineData("Elu(0.5)", 0.5)]
    [InlineData("Selu", 0)]
    [InlineData("Softplus", 0)]
    [InlineData("Silu", 0)]
    [InlineData("HardSwish", 0)]
    [InlineData("Gelu", 0)]
    public void ActivationsKeepTheShape(string layer, double alpha) => Assert.Equal(
        new Activation(Shape.Image(4, 5, 6), layer.Split('(')[0], alpha), Single($"Input(4, 5, 6), {layer}"));

    [Fact]
    public void OthersKeepOrFlattenTheShape()
    {
        Shape image = Shape.Image(4, 5, 6);
        Assert.Equal(new SoftmaxFunction(image), Single("Input(4, 5, 6), Softmax"));
        Assert.Equal(new SoftmaxFunction(image, Logarithm: true), Single("Input(4, 5, 6), LogSoftmax"));
        Assert.Equal(new Activation(image, "Gelu", 0, "Tanh"), Single("Input(4, 5, 6), Gelu(Approximate = true)"));
        Assert.Equal(new GlobalPooling(image, Shape.Features(6), Maximum: true), Single("Input(4, 5, 6), GlobalMaxPool2d"));
        Assert.Equal(new ResponseNormalization(image, Radius: 2, 1, 0.5, 0.75), Single("Input(4, 5, 6), LocalResponseNorm(2, Alpha = 0.5, Beta = 0.75)"));
        Assert.Equal(new ResponseNormalization(image, Radius: 5, 1, 1, 0.5), Single("Input(4, 5, 6), LocalResponseNorm(9)"));
        Assert.Equal(new Dropping(image, 0.25), Single("Input(4, 5, 6), Dropout(0.25)"));
        Assert.Equal(new Flattening(image, Shape.Features(120)), Single("Input(4, 5, 6), Flatten"));
        Assert.Equal(new GlobalPooling(image, Shape.Features(6), Maximum: false), Single("Input(4, 5, 6), GlobalAvgPool2d"));
    }

    [Fact]
    public void PoolsOfSequencesAndVolumesHaveTheirDimensions()
    {
        Operation sequence = Single("Input(17, 4), MaxPool1d(3, Padding.Same, Stride = 2)"), volume = Single("Input(5, 6, 7, 4), AvgPool3d(1, 2, 3)");
        Assert.Equal((Shape.Sequence(9, 4), "maximum of 3, Same, stride 2"), (sequence.Output, sequence.Description));
        Assert.Equal((Shape.Volume(5, 3, 2, 4), "mean of 1x2x3"), (volume.Output, volume.Description));
        Assert.Equal(new GlobalPooling(Shape.Sequence(17, 4), Shape.Features(4), Maximum: false), Single("Input(17, 4), GlobalAvgPool1d"));
        Assert.Equal(new GlobalPooling(Shape.Volume(2, 3, 4, 5), Shape.Features(5), Maximum: true), Single("Input(2, 3, 4, 5), GlobalMaxPool3d"));
    }

    [Fact]
    public void UpsamplingAndPaddingEnlarge()
    {
        Operation larger = Single("Input(4, 5, 6), Upsample2d(3)"), padded = Single("Input(4, 5, 6), ZeroPad2d(0, 1, 2, 3)");
        Assert.Equal((Shape.Image(12, 15, 6), "3 times"), (larger.Output, larger.Description));
        Assert.Equal((Shape.Image(5, 10, 6), "by 0 1 2 3"), (padded.Output, padded.Description));
        Assert.Equal(Shape.Sequence(9, 3), Single("Input(4, 3), ZeroPad1d(before: 2, after: 3)").Output);
        Assert.Equal(Shape.Volume(4, 6, 8, 3), Single("Input(3, 4, 5, 3), ZeroPad3d(1, 0, 0, 2, 1, 2)").Output);
    }

    [Fact]
    public void SubsamplingLearnsTwoNumbersAChannel()
    {
        Operation layer = Single("Input(7, 8, 6), TrainableSubsample2d(2, 3)");
        Assert.Equal(Shape.Image(3, 2, 6), layer.Output);
        Assert.Equal(12, layer.TrainableCount);
        Assert.Equal(["coefficient", "bias"], layer.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(1.0 / 6, layer.Parameters[0].Constant);
        Assert.Equal("2x3, a coefficient and a bias for each of 6 channels", layer.Description);
    }

    [Fact]
    public void RadialBasisFunctionsHaveCodesThatAreNotTrained()
    {
        Operation layer = Single("Input(1, 3, 1), Rbf(2, \"#.#;##.\")");
        Assert.Equal(new RadialBasis(Shape.Image(1, 3, 1), Shape.Features(2), "+-+++-"), layer);
        Assert.Equal([2, 3], layer.Parameters[0].Shape);
        Assert.Equal((0, 6), (layer.TrainableCount, layer.Parameters[0].Length));
        Assert.Equal("distances of 3 values from 2 codes", layer.Description);
    }

    [Fact]
    public void LossStandsBesideTheLayers()
    {
        ShapedNetwork network = Source.InferLayers("Input(4), Dense(2), MeanSquaredError");
        Assert.Equal(new Loss(Shape.Features(2), "MeanSquaredError"), network.Loss);
        Assert.Equal(["Dense1"], network.Layers.Select(layer => layer.Name));
        Assert.Equal([-1], network.Layers[0].Sources);
    }

    [Fact]
    public void LayersEndAtTheFirstFault()
    {
        ShapedNetwork network = Source.InferLayers("Input(4), Relu, Conv2d(1, 1, 1), Dense(2), MeanSquaredError");
        Assert.Equal(["Relu1"], network.Layers.Select(layer => layer.Name));
        Assert.Null(network.Loss);
        Assert.False(network.IsSound);
    }

    private static Operation Single(string attributes)
    {
        ShapedNetwork network = Source.InferLayers(attributes);
        Assert.Empty(network.Problems);
        return network.Layers.Single().Operation;
    }
}
