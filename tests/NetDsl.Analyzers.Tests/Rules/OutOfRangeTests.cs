namespace NetDsl.Analyzers.Tests.Rules;

public class OutOfRangeTests
{
    [Theory]
    [InlineData("Input([|0|], 8, 1)", "Input: height is 0; use at least 1")]
    [InlineData("Input([|-5|])", "Input: features is -5; use at least 1")]
    [InlineData("Input(8, 8, 1), Conv2d([|0|], 3, 1)", "Conv2d: height is 0; use at least 1")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, [|-1|])", "Conv2d: filters is -1; use at least 1")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, [|\"2-2\"|])", "Conv2d: filters is 0; use at least 1")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 1, [|Stride = 0|])", "Conv2d: Stride is 0; use at least 1")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 1, [|StrideWidth = 0|])", "Conv2d: StrideWidth is 0; use at least 1")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 1, [|Dilation = 0|])", "Conv2d: Dilation is 0; use at least 1")]
    [InlineData("Input(8, 8, 1), Conv2d(3, 3, 1, [|Groups = 0|])", "Conv2d: Groups is 0; use at least 1")]
    [InlineData("Input(8, 1), Conv1d([|0|], 3)", "Conv1d: length is 0; use at least 1")]
    [InlineData("Input(8, 1), Conv1d(3, 3, [|Stride = 0|])", "Conv1d: Stride is 0; use at least 1")]
    [InlineData("Input(8, 8, 1), AtrousConv2d(3, 3, 3, [|0|])", "AtrousConv2d: rate is 0; use at least 1")]
    [InlineData("Input(8, 8, 1), DepthwiseConv2d(3, 3, [|Multiplier = 0|])", "DepthwiseConv2d: Multiplier is 0; use at least 1")]
    [InlineData("Input(8, 8, 1), AvgPool2d(2, [|0|])", "AvgPool2d: width is 0; use at least 1")]
    [InlineData("Input(8, 3), MaxPool1d([|0|])", "MaxPool1d: length is 0; use at least 1")]
    [InlineData("Input(8, 8, 8, 3), AvgPool3d([|0|], 2, 2)", "AvgPool3d: depth is 0; use at least 1")]
    [InlineData("Input(8, 8, 3), Upsample2d([|0|])", "Upsample2d: factor is 0; use at least 1")]
    [InlineData("Input(8), Dense([|0|])", "Dense: units is 0; use at least 1")]
    [InlineData("Input(8), Dense([|int.MinValue|])", "Dense: units is -2147483648; use at least 1")]
    [InlineData("Input(8), Dropout([|1.5|])", "Dropout: rate is 1.5; use a share of 0 to 1, such as 0.5")]
    [InlineData("Input(8), Dropout([|-0.1|])", "Dropout: rate is -0.1; use a share of 0 to 1, such as 0.5")]
    [InlineData("Input(8), Elu([|-1|])", "Elu: alpha is -1; use at least 0, such as 1")]
    [InlineData("Input(8), LocalResponseNorm([|-1|])", "LocalResponseNorm: depthRadius is -1; use at least 0")]
    [InlineData("Input(8), LocalResponseNorm([|Bias = 0|])", "LocalResponseNorm: Bias is 0, which divides by 0 where all channels are 0; use a number above 0, such as 1")]
    [InlineData("Input(8), LocalResponseNorm([|Alpha = -0.5|])", "LocalResponseNorm: Alpha is -0.5, which can make the divisor negative; use at least 0, such as 0.0001")]
    [InlineData("Input(8, 8, 1), TrainableSubsample2d([|0|], 2)", "TrainableSubsample2d: height is 0; use at least 1")]
    [InlineData("Input(1), Rbf([|0|], \"+\")", "Rbf: outputs is 0; use at least 1")]
    [InlineData("Input(8), Relu, MaximumAPosteriori([|RubbishPenalty = 0|])", "MaximumAPosteriori: RubbishPenalty is 0; use a number above 0, such as 0.1")]
    public void Reports(string attributes, string message) => Verify.LayersReport("NDSL1002", message, attributes);

    [Fact]
    public void EveryFaultIsReportedOnce() => Verify.Reports(
        [
            ("NDSL1002", "Conv2d: height is 0; use at least 1"),
            ("NDSL1002", "Conv2d: Stride is -1; use at least 1"),
            ("NDSL1002", "Dense: units is 0; use at least 1"),
        ],
        "[Network, Input(8, 8, 1), Conv2d([|0|], 3, 1, [|Stride = -1|]), MaxPool2d(90, 90), Dense([|0|])] partial class N;");

    [Theory]
    [InlineData("Input(1, 1, 1), Conv2d(1, 1, 1, Stride = 1, Dilation = 1, Groups = 1)")]
    [InlineData("Input(8), Dropout(0), Dropout(1), Dropout(0.5f)")]
    [InlineData("Input(8), LocalResponseNorm(0, Alpha = 0, Beta = -1), LocalResponseNorm(int.MaxValue)")]
    public void Accepts(string attributes) => Verify.LayersAreClean(attributes);
}
