namespace NetDsl.Analyzers.Tests.Rules;

public class OutputPaddingTests
{
    private const string Known = " (output padding must be smaller than the stride)";

    [Theory]
    [InlineData("Input(8, 8, 1), Conv2dTranspose(3, 3, 1, Stride = 2, [|OutputPadding = 2|])", "Conv2dTranspose: OutputPadding is 2, not smaller than Stride, 2; use at most 1" + Known)]
    [InlineData("Input(8, 8, 1), Conv2dTranspose(3, 3, 1, Stride = 4, StrideWidth = 3, [|OutputPadding = 3|])", "Conv2dTranspose: OutputPadding is 3, not smaller than StrideWidth, 3; use at most 2" + Known)]
    [InlineData("Input(8, 1), Conv1dTranspose(3, 1, [|OutputPadding = 1|])", "Conv1dTranspose: OutputPadding is 1, not smaller than Stride, 1; leave it out" + Known)]
    public void Reports(string attributes, string message) => Verify.LayersReport("NDSL1005", message, attributes);

    [Fact]
    public void ReportsANegativeOne() => Verify.LayersReport(
        "NDSL1004", "Conv3dTranspose: OutputPadding is -1; use at least 0", "Input(4, 4, 4, 1), Conv3dTranspose(2, 2, 2, 1, [|OutputPadding = -1|])");

    [Theory]
    [InlineData("Input(8, 8, 1), Conv2dTranspose(3, 3, 1, Stride = 2, OutputPadding = 1)")]
    [InlineData("Input(4, 4, 4, 1), Conv3dTranspose(2, 2, 2, 1, Stride = 3, OutputPadding = 2)")]
    public void Accepts(string attributes) => Verify.LayersAreClean(attributes);
}
