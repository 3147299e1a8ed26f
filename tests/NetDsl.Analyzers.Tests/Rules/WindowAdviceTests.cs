namespace NetDsl.Analyzers.Tests.Rules;

/// <summary>Windows that are right and yet leave something out: NDSL2001 to 2004 and NDSL2011.</summary>
public class WindowAdviceTests
{
    private const string Block = "[method: MaxPool2d(2, 2, nameof(padding), Stride = nameof(stride)), Relu] sealed class PoolAttribute(Padding padding, int stride) : BlockAttribute;";

    private const string Kept = "[method: Conv2d(3, 3, nameof(width), Stride = 5), Relu] sealed class FarAttribute(int width) : BlockAttribute;";

    [Theory]
    [InlineData("Input(7, 9, 1), MaxPool2d([|2|], 2)", "MaxPool2d 2x2 Valid, stride 2, over 7x9 drops 1 row and 1 column; use an input of 6x8 or 8x10, PadBottom = 1 and PadRight = 1, or Padding.Same")]
    [InlineData("Input(10, 9, 1), Conv2d(3, 3, 4, [|StrideHeight = 2|])", "Conv2d 3x3 Valid, stride 2x1, over 10x9 drops 1 row; use an input of 9x9 or 11x9, PadBottom = 1, or Padding.Same")]
    [InlineData("Input(10, 1), Conv1d(3, 4, [|Stride = 3|])", "Conv1d 3 Valid, stride 3, over 10 drops 1 step; use an input of 9 or 12, PadRight = 2, or Padding.Same")]
    [InlineData("Input(5, 4, 4, 1), AvgPool3d([|2|], 2, 2)", "AvgPool3d 2x2x2 Valid, stride 2, over 5x4x4 drops 1 slice; use an input of 4x4x4 or 6x4x4, PadBack = 1, or Padding.Same")]
    [InlineData("Input(7, 6, 1), TrainableSubsample2d([|2|], 2)", "TrainableSubsample2d 2x2, stride 2, over 7x6 drops 1 row; use an input of 6x6 or 8x6")]
    public void DroppedCells(string attributes, string message) => Verify.LayersAreAdvised("NDSL2001", message, attributes);

    [Fact]
    public void DroppedCellsInABlock() => Verify.Advises(
        "NDSL2001", "Pool1.MaxPool2d1 2x2 Valid, stride 2, over 7x7 drops 1 row and 1 column; use an input of 6x6 or 8x8, PadBottom = 1 and PadRight = 1, or Padding.Same",
        "[Network, Input(7, 7, 1), [|Pool|](Padding.Valid, 2)] partial class N;", Block);

    [Theory]
    [InlineData("Input(8, 8, 1), Conv2d(2, 2, 4, [|Stride = 3|])", "Conv2d 2x2, stride 3, over 8x8 skips 1 of every 3 rows and 1 of every 3 columns; use a stride of at most 2x2, or a kernel of at least 3x3")]
    [InlineData("Input(8, 8, 1), MaxPool2d(2, 2, Padding.Same, [|StrideWidth = 4|])", "MaxPool2d 2x2 Same, stride 2x4, over 8x8 skips 2 of every 4 columns; use a stride of at most 2x2, or a kernel of at least 2x4")]
    public void SkippedCells(string attributes, string message) => Verify.LayersAreAdvised("NDSL2002", message, attributes);

    [Fact]
    public void SkippedCellsWhereABlockSaysIt() => Verify.Advises(
        "NDSL2002", "Conv2d 3x3, stride 5, over 13x13 skips 2 of every 5 rows and 2 of every 5 columns; use a stride of at most 3x3, or a kernel of at least 5x5",
        "[Network, Input(13, 13, 1), Far(4)] partial class N; [Network, Input(13, 13, 1), Far(5)] partial class M;", Kept.Replace("Stride = 5", "[|Stride = 5|]", StringComparison.Ordinal));

    [Fact]
    public void SkippedCellsWhereTheNetworkSaysIt() => Verify.Advises(
        "NDSL2002", "Pool1.MaxPool2d1 2x2, stride 3, over 8x8 skips 1 of every 3 rows and 1 of every 3 columns; use a stride of at most 2x2, or a kernel of at least 3x3",
        "[Network, Input(8, 8, 1), Pool(Padding.Valid, [|3|])] partial class N;", Block);

    [Theory]
    [InlineData("Input(224, 224, 3), Conv2d(7, 7, 4, [|Padding.Same|], Stride = 2)", "Conv2d 7x7 Same, stride 2, over 224x224 pads 2 rows above and 3 below the input and 2 columns left of and 3 right of the input; weights from frameworks that pad alike on both sides will not match; use Pad = 3 instead of Same")]
    [InlineData("Input(8, 8, 3), SeparableConv2d(2, 3, 4, [|Padding.Same|])", "SeparableConv2d 2x3 Same over 8x8 pads 0 rows above and 1 below the input; weights from frameworks that pad alike on both sides will not match; use an odd kernel")]
    [InlineData("Input(8, 8, 3), DepthwiseConv2d(3, 5, [|Padding.Same|], Stride = 2)", "DepthwiseConv2d 3x5 Same, stride 2, over 8x8 pads 0 rows above and 1 below the input and 1 column left of and 2 right of the input; weights from frameworks that pad alike on both sides will not match; use PadTop = 1, PadBottom = 1, PadLeft = 2, PadRight = 2 instead of Same")]
    public void UnevenPadding(string attributes, string message) => Verify.LayersAreAdvised("NDSL2003", message, attributes);

    [Fact]
    public void UnevenPaddingInABlock() => Verify.Advises(
        "NDSL2003", "Half1.Conv2d1 3x3 Same, stride 2, over 8x8 pads 0 rows above and 1 below the input and 0 columns left of and 1 right of the input; weights from frameworks that pad alike on both sides will not match; use Pad = 1 instead of Same",
        "[Network, Input(8, 8, 1), [|Half|]] partial class N;", "[method: Conv2d(3, 3, 4, Padding.Same, Stride = 2), Relu] sealed class HalfAttribute() : BlockAttribute;");

    [Theory]
    [InlineData("Input(7, 8, 1), MaxPool2d(2, 2, [|Padding.Same|])", "MaxPool2d 2x2 Same, stride 2, over 7x8 has 1 of 2 rows in its last windows; use an input of 6x8 or 8x8, or another stride")]
    [InlineData("Input(7, 1), AvgPool1d(3, [|Padding.Same|])", "AvgPool1d 3 Same, stride 3, over 7 has 2 of 3 steps in its last windows; use an input of 6 or 9, or another stride")]
    public void RaggedPool(string attributes, string message) => Verify.LayersAreAdvised("NDSL2004", message, attributes);

    [Fact]
    public void RaggedPoolInABlock() => Verify.Advises(
        "NDSL2004", "Pool1.MaxPool2d1 2x2 Same, stride 2, over 7x7 has 1 of 2 rows and 1 of 2 columns in its last windows; use an input of 6x6 or 8x8, or another stride",
        "[Network, Input(7, 7, 1), [|Pool|](Padding.Same, 2)] partial class N;", Block);

    [Theory]
    [InlineData("Input(9, 9, 1), Conv2d(3, 3, 4, Padding.Same, Stride = 2, [|Dilation = 2|])", "Conv2d: a dilation of 2 stands together with a stride of 2, which leaves cells unread and which other frameworks refuse; use one of them alone")]
    [InlineData("Input(9, 9, 1), AtrousConv2d(3, 3, 4, [|2|], Padding.Same, Stride = 2)", "AtrousConv2d: a dilation of 2 stands together with a stride of 2, which leaves cells unread and which other frameworks refuse; use one of them alone")]
    public void DilatedStride(string attributes, string message) => Verify.LayersAreAdvised("NDSL2011", message, attributes);

    [Fact]
    public void DilatedStrideInABlock() => Verify.Advises(
        "NDSL2011", "Hole1.Conv2d1: a dilation of 2 stands together with a stride of 2, which leaves cells unread and which other frameworks refuse; use one of them alone",
        "[Network, Input(9, 9, 1), Hole([|2|])] partial class N;",
        "[method: Conv2d(3, 3, 4, Padding.Same, Stride = 2, Dilation = nameof(rate)), Relu] sealed class HoleAttribute(int rate) : BlockAttribute;");

    [Theory]
    [InlineData("Input(8, 8, 1), MaxPool2d(2, 2)")]
    [InlineData("Input(227, 227, 3), Conv2d(11, 11, 4, Stride = 4)")]
    [InlineData("Input(224, 224, 3), Conv2d(7, 7, 4, Stride = 2, Pad = 1), Relu, MaxPool2d(3, 3, Stride = 2, CeilMode = true)")]
    [InlineData("Input(112, 112, 3), MaxPool2d(3, 3, Padding.Same, Stride = 2)")]
    [InlineData("Input(7, 7, 3), MaxPool2d(3, 3, Padding.Same, Stride = 2), MaxPool2d(3, 3, Padding.Same, Stride = 1)")]
    [InlineData("Input(8, 8, 3), Conv2d(3, 3, 4, Padding.Same), Relu, Conv2d(3, 3, 4, Padding.Same, Dilation = 2)")]
    [InlineData("Input(225, 225, 3), Conv2d(7, 7, 4, Padding.Same, Stride = 2)")]
    [InlineData("Input(2, 2, 3), Conv2d(2, 2, 4, Stride = 3)")]
    [InlineData("Input(8, 8, 3), Relu, Branch, Conv2d(1, 1, 4, Stride = 2, Bias = false), BatchNorm, Branch, MaxPool2d(2, 2), Conv2d(1, 1, 4), Add")]
    [InlineData("Input(8, 8, 4), Relu, Branch, Shortcut(6, Stride = 2), Branch, MaxPool2d(2, 2), Conv2d(1, 1, 6), Add")]
    public void NothingToSay(string attributes) => Verify.LayersHaveNoAdvice(attributes);

    [Fact]
    public void NothingToSayInABlock() => Verify.HasNoAdvice("[Network, Input(8, 8, 1), Pool(Padding.Valid, 2), Pool(Padding.Same, 2)] partial class N;", Block);

    [Fact]
    public void AnErrorStandsAlone() => Verify.Reports(
        [("NDSL1002", "Dense: units is 0; use at least 1")], "[Network, Input(7, 9, 1), MaxPool2d(2, 2), Dense([|0|])] partial class N;");
}
