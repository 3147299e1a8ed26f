namespace NetDsl.Analyzers.Tests.Rules;

public class UnsuitablePaddingTests
{
    private const string Known = " (pad should be at most half of effective kernel size)";

    [Theory]
    [InlineData("MaxPool2d(2, 2, [|Pad = 2|])", "MaxPool2d: with 2 rows of padding above the input, a window of 2 rows can hold padding alone; use at most 1" + Known)]
    [InlineData("AvgPool2d(3, 2, [|PadRight = 2|])", "AvgPool2d: with 2 columns of padding right of the input, a window of 2 columns can hold padding alone; use at most 1" + Known)]
    [InlineData("Conv2d(3, 3, 1, [|PadTop = -1|])", "Conv2d: PadTop is -1; use at least 0")]
    [InlineData("Conv2d(3, 3, 1, Padding.Same, [|Pad = 1|])", "Conv2d: Pad stands together with Padding.Same, which pads by itself; leave out one of them")]
    [InlineData("MaxPool2d(3, 3, Padding.Same, [|PadLeft = 1|])", "MaxPool2d: PadLeft stands together with Padding.Same, which pads by itself; leave out one of them")]
    [InlineData("ZeroPad2d(0, 1, [|-2|], 0)", "ZeroPad2d: left is -2; use at least 0")]
    [InlineData("AtrousConv2d(3, 3, 1, 2, [|PadTop = -1|])", "AtrousConv2d: PadTop is -1; use at least 0")]
    [InlineData("DepthwiseConv2d(3, 3, Padding.Same, [|PadRight = 1|])", "DepthwiseConv2d: PadRight stands together with Padding.Same, which pads by itself; leave out one of them")]
    public void Reports(string layer, string message) => Verify.LayersReport("NDSL1004", message, "Input(8, 8, 1), " + layer);

    [Theory]
    [InlineData("MaxPool2d(2, 2, Pad = 1)")]
    [InlineData("Conv2d(3, 3, 1, Pad = 5)")]
    [InlineData("Conv2d(3, 3, 1, Padding.Same)")]
    public void Accepts(string layer) => Verify.LayersAreClean("Input(8, 8, 1), " + layer);
}
