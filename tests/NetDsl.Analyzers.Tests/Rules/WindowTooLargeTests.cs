namespace NetDsl.Analyzers.Tests.Rules;

public class WindowTooLargeTests
{
    private const string Known = " (Computed output size would be negative: Kernel size can't be greater than actual input size)";

    [Fact]
    public void KernelLargerThanTheInput() => Verify.LayersReport(
        "NDSL1001", "Conv2d 5x5 Valid over 3x3 leaves -1 rows and -1 columns; use Padding.Same or a kernel of at most 3x3" + Known,
        "Input(3, 3, 1), Conv2d([|5|], 5, 6)");

    [Fact]
    public void OneDimensionTooLarge() => Verify.LayersReport(
        "NDSL1001", "MaxPool2d 2x4 Valid over 3x3 leaves 0 columns; use Padding.Same or a kernel of at most 3x3" + Known,
        "Input(3, 3, 1), MaxPool2d(height: 2, [|width: 4|])");

    [Fact]
    public void DilationIsAtFault() => Verify.LayersReport(
        "NDSL1001", "Conv2d 3x3 dilated to 9x9 Valid over 8x8 leaves 0 rows and 0 columns; use Padding.Same or a kernel of at most 2x2" + Known,
        "Input(8, 8, 1), Conv2d(3, 3, 6, [|Dilation = 4|])");

    [Fact]
    public void RateIsAtFault() => Verify.LayersReport(
        "NDSL1001", "AtrousConv2d 3x3 dilated to 9x9 Valid over 8x8 leaves 0 rows and 0 columns; use Padding.Same or a kernel of at most 2x2" + Known,
        "Input(8, 8, 1), AtrousConv2d(3, 3, 6, [|4|])");

    [Fact]
    public void SequenceTooShort() => Verify.LayersReport(
        "NDSL1001", "Conv1d 5 Valid over 3 leaves -1 steps; use Padding.Same or a kernel of at most 3" + Known,
        "Input(3, 1), Conv1d([|5|], 6)");

    [Theory]
    [InlineData("Input(3, 4, 1), TrainableSubsample2d([|4|], 5)", "4x5")]
    [InlineData("Input(3, 4, 1), TrainableSubsample2d(3, [|5|])", "3x5")]
    public void SubsamplingWindowTooLarge(string attributes, string window) => Verify.LayersReport(
        "NDSL1001", $"TrainableSubsample2d: a window of {window} is larger than the input of 3x4; use at most 3x4 (Kernel size can't be greater than actual input size)",
        attributes);

    [Fact]
    public void PaddingIsNotEnough() => Verify.LayersReport(
        "NDSL1001", "Conv2d 7x7 Valid over 5x6 (padded from 3x4) leaves -1 rows and 0 columns; use Padding.Same or a kernel of at most 5x6" + Known,
        "Input(3, 4, 1), Conv2d([|7|], 7, 6, Pad = 1)");

    [Fact]
    public void LaterLayersAreNotReported() => Verify.LayersReport(
        "NDSL1001", "Conv2d 5x5 Valid over 3x3 leaves -1 rows and -1 columns; use Padding.Same or a kernel of at most 3x3" + Known,
        "Input(3, 3, 1), Conv2d([|5|], 5, 6), MaxPool2d(9, 9), Conv2d(5, 5, 6), Dense(3), SoftmaxCrossEntropy");

    [Theory]
    [InlineData("Input(3, 3, 1), Conv2d(3, 3, 6)")]
    [InlineData("Input(3, 3, 1), Conv2d(5, 5, 6, Padding.Same)")]
    [InlineData("Input(3, 3, 1), Conv2d(5, 5, 6, Pad = 1)")]
    [InlineData("Input(2, 2, 1), MaxPool2d(3, 3, Stride = 2, CeilMode = true)")]
    public void Fits(string attributes) => Verify.LayersAreClean(attributes);
}
