namespace NetDsl.Analyzers.Tests.Rules;

public class TooManyElementsTests
{
    private const string Remedy = " has more than 2147483647 values, the most that one tensor holds; use a smaller one";

    [Theory]
    [InlineData("[|Input|](100000, 100000, 3)", "Input: a sample of 100000x100000x3" + Remedy)]
    [InlineData("[|Input|](int.MaxValue, int.MaxValue, int.MaxValue)", "Input: a sample of 2147483647x2147483647x2147483647" + Remedy)]
    [InlineData("Input(1000, 1000, 3), [|Conv2d|](3, 3, 100000, Padding.Same)", "Conv2d: the output of 1000x1000x100000" + Remedy)]
    [InlineData("Input(1, 1, 4), DepthwiseConv2d(1, 1, [|Multiplier = 1000000000|])", "DepthwiseConv2d: one cell of 4 x 1000000000 channels" + Remedy)]
    [InlineData("Input(100000), [|Dense|](100000)", "Dense: the weight of 100000x100000" + Remedy)]
    [InlineData("Input(5, 5, 1000), [|Conv2d|](int.MaxValue, int.MaxValue, 1, Padding.Same, Dilation = int.MaxValue)", "Conv2d: 4611686011984936967 padded rows under a kernel of 4611686011984936963 exceed 2147483647; use a smaller kernel, dilation or padding")]
    [InlineData("Input(5, 5, 1), [|Conv2d|](1, 1, 1, Pad = int.MaxValue)", "Conv2d: 4294967299 padded rows under a kernel of 1 exceed 2147483647; use a smaller kernel, dilation or padding")]
    public void Reports(string attributes, string message) => Verify.LayersReport("NDSL1008", message, attributes);

    [Fact]
    public void ReportsMemoryThatCannotBeAddressed() => Verify.LayersReport(
        "NDSL1008",
        "The activations for inference of N take 4,294,967,296 floats; at most 2,147,482,623 can be addressed; Relu1 with an output of 2147483647 is the largest layer",
        "Input(int.MaxValue), [|Relu|]");

    [Theory]
    [InlineData("Input(30000000), Relu")]
    [InlineData("Input(30000000, 1, 1), MaxPool2d(1, 1, Stride = int.MaxValue)")]
    public void Accepts(string attributes) => Verify.LayersAreClean(attributes);
}
