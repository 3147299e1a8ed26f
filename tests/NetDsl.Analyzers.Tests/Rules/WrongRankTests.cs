namespace NetDsl.Analyzers.Tests.Rules;

public class WrongRankTests
{
    private const string Remedy = "; put it before the layer that flattens the image, or declare Input(height, width, channels)";

    [Theory]
    [InlineData("Input(784), [|Conv2d|](3, 3, 1)", "Conv2d needs an image, height x width x channels, but its input is 784 features")]
    [InlineData("Input(8, 8, 1), Flatten, [|MaxPool2d|](2, 2)", "MaxPool2d needs an image, height x width x channels, but its input is 64 features")]
    [InlineData("Input(8, 8, 1), Dense(5), [|GlobalAvgPool2d|]", "GlobalAvgPool2d needs an image, height x width x channels, but its input is 5 features")]
    public void Reports(string attributes, string message) => Verify.LayersReport("NDSL1009", message + Remedy, attributes);

    [Theory]
    [InlineData("Input(8, 3), [|Conv2d|](3, 3, 1)", "Conv2d needs an image, height x width x channels, but its input is 8x3, a sequence, length x channels; use Conv1d, or declare Input(height, width, channels)")]
    [InlineData("Input(4, 8, 8, 3), [|Conv2d|](3, 3, 1)", "Conv2d needs an image, height x width x channels, but its input is 4x8x8x3, a volume, depth x height x width x channels; use Conv3d, or declare Input(height, width, channels)")]
    [InlineData("Input(8, 8, 3), [|Conv1d|](3, 1)", "Conv1d needs a sequence, length x channels, but its input is 8x8x3, an image, height x width x channels; use Conv2d, or declare Input(length, channels)")]
    [InlineData("Input(8), [|Conv1d|](3, 1)", "Conv1d needs a sequence, length x channels, but its input is 8 features; put it before the layer that flattens the sequence, or declare Input(length, channels)")]
    [InlineData("Input(8, 3), [|MaxPool2d|](2, 2)", "MaxPool2d needs an image, height x width x channels, but its input is 8x3, a sequence, length x channels; use MaxPool1d, or declare Input(height, width, channels)")]
    [InlineData("Input(8, 8, 3), [|GlobalAvgPool3d|]", "GlobalAvgPool3d needs a volume, depth x height x width x channels, but its input is 8x8x3, an image, height x width x channels; use GlobalAvgPool2d, or declare Input(depth, height, width, channels)")]
    [InlineData("Input(8), [|ZeroPad1d|](1, 1)", "ZeroPad1d needs a sequence, length x channels, but its input is 8 features; put it before the layer that flattens the sequence, or declare Input(length, channels)")]
    [InlineData("Input(8, 3), [|DepthwiseConv2d|](3, 1)", "DepthwiseConv2d needs an image, height x width x channels, but its input is 8x3, a sequence, length x channels; declare Input(height, width, channels)")]
    public void ReportsOtherRanks(string attributes, string message) => Verify.LayersReport("NDSL1009", message, attributes);

    [Theory]
    [InlineData("Input(8, 8, 3), Dense(5), Flatten, Tanh, Softmax, Dropout(0.5), MeanSquaredError")]
    [InlineData("Input(8, 8, 3), GlobalAvgPool2d, LeakyRelu(0.2), Dense(3)")]
    [InlineData("Input(8, 3), Relu, Dense(5)")]
    [InlineData("Input(4, 8, 8, 3), Softmax, Flatten, Dense(5)")]
    public void Accepts(string attributes) => Verify.LayersAreClean(attributes);
}
