namespace NetDsl.Analyzers.Tests.CodeFixes;

/// <summary>Every remedy, applied to one place and to all, leaves text that compiles and has the diagnostic no more.</summary>
public class CodeFixTests
{
    private const string Unit = """
        sealed class UnitAttribute : BlockAttribute
        {
            [Branch]
            [Conv2d(3, 3, nameof(width), Padding.Same, Stride = nameof(stride), Bias = false), BatchNorm, Relu]
            [Conv2d(3, 3, nameof(width), Padding.Same, Bias = false), BatchNorm]
            [Branch]
            [Add, Relu]
            public UnitAttribute(int width, int stride = 1) { }
        }
        """;

    [Theory]
    [InlineData("NDSL1001.Same", "Input(3, 3, 1), Conv2d(5, 5, 6)", "Input(3, 3, 1), Conv2d(5, 5, 6, Padding.Same)")]
    [InlineData("NDSL1001.Same", "Input(3, 3, 1), Conv2d(7, 7, 6, Padding.Valid, Pad = 1, Bias = false)", "Input(3, 3, 1), Conv2d(7, 7, 6, Padding.Same, Bias = false)")]
    [InlineData("NDSL1001.Same", "Input(3, 3, 1), MaxPool2d(5, 5, Stride = 2)", "Input(3, 3, 1), MaxPool2d(5, 5, Padding.Same, Stride = 2)")]
    [InlineData("NDSL1001.Kernel", "Input(3, 3, 1), Conv2d(5, 4, 6)", "Input(3, 3, 1), Conv2d(3, 3, 6)")]
    [InlineData("NDSL1001.Kernel", "Input(3, 3, 1), MaxPool2d(height: 2, width: 4)", "Input(3, 3, 1), MaxPool2d(height: 2, width: 3)")]
    [InlineData("NDSL1002.One", "Input(3, 3, 1), Conv2d(3, 3, 6, Stride = -2)", "Input(3, 3, 1), Conv2d(3, 3, 6, Stride = 1)")]
    [InlineData("NDSL1003.Groups", "Input(8, 8, 6), Conv2d(3, 3, 12, Groups = 4)", "Input(8, 8, 6), Conv2d(3, 3, 12, Groups = 3)")]
    [InlineData("NDSL1004.Same", "Input(8, 8, 6), Conv2d(3, 3, 12, Padding.Same, Pad = 1)", "Input(8, 8, 6), Conv2d(3, 3, 12, Padding.Same)")]
    [InlineData("NDSL1004.Explicit", "Input(8, 8, 6), Conv2d(3, 3, 12, Padding.Same, Pad = 1)", "Input(8, 8, 6), Conv2d(3, 3, 12, Pad = 1)")]
    [InlineData("NDSL1004.Pad", "Input(8, 8, 6), MaxPool2d(2, 2, Pad = 3)", "Input(8, 8, 6), MaxPool2d(2, 2, Pad = 1)")]
    [InlineData("NDSL1005.OutputPadding", "Input(8, 8, 6), Conv2dTranspose(4, 4, 3, Stride = 2, OutputPadding = 2)", "Input(8, 8, 6), Conv2dTranspose(4, 4, 3, Stride = 2, OutputPadding = 1)")]
    [InlineData("NDSL1006.Shortcut", "Input(8, 8, 6), Branch, Conv2d(3, 3, 8, Padding.Same, Stride = 2), Branch, Add", "Input(8, 8, 6), Branch, Conv2d(3, 3, 8, Padding.Same, Stride = 2), Branch, Shortcut(8, Stride = 2), Add")]
    [InlineData("NDSL1006.Shortcut", "Input(8, 8, 6), Branch, Branch, Conv2d(1, 1, 8), Add", "Input(8, 8, 6), Branch, Shortcut(8), Branch, Conv2d(1, 1, 8), Add")]
    [InlineData("NDSL2001.Same", "Input(7, 7, 1), MaxPool2d(2, 2)", "Input(7, 7, 1), MaxPool2d(2, 2, Padding.Same)")]
    [InlineData("NDSL2001.Kernel", "Input(8, 9, 1), Conv2d(3, 3, 4, Stride = 2)", "Input(8, 9, 1), Conv2d(4, 3, 4, Stride = 2)")]
    [InlineData("NDSL2002.Stride", "Input(8, 8, 1), Conv2d(2, 2, 4, Padding.Same, Stride = 4)", "Input(8, 8, 1), Conv2d(2, 2, 4, Padding.Same, Stride = 2)")]
    [InlineData("NDSL2002.Stride", "Input(8, 8, 1), Conv2d(2, 2, 4, Padding.Same, StrideWidth = 4)", "Input(8, 8, 1), Conv2d(2, 2, 4, Padding.Same, StrideWidth = 2)")]
    [InlineData("NDSL2003.Alike", "Input(8, 8, 1), Conv2d(3, 3, 4, Padding.Same, Stride = 2)", "Input(8, 8, 1), Conv2d(3, 3, 4, Stride = 2, Pad = 1)")]
    [InlineData("NDSL2003.Alike", "Input(8, 8, 1), Conv2d(3, 5, 4, Padding.Same, Stride = 2)", "Input(8, 8, 1), Conv2d(3, 5, 4, Stride = 2, PadTop = 1, PadBottom = 1, PadLeft = 2, PadRight = 2)")]
    [InlineData("NDSL2005.Kernel", "Input(8, 8, 1), Conv2dTranspose(3, 4, 2, Stride = 2)", "Input(8, 8, 1), Conv2dTranspose(4, 4, 2, Stride = 2)")]
    [InlineData("NDSL2005.SmallerKernel", "Input(8, 8, 1), Conv2dTranspose(3, 4, 2, Stride = 2)", "Input(8, 8, 1), Conv2dTranspose(2, 4, 2, Stride = 2)")]
    [InlineData("NDSL2006.Remove", "Input(8), Dense(3), Softmax, SoftmaxCrossEntropy", "Input(8), Dense(3), SoftmaxCrossEntropy")]
    [InlineData("NDSL2008.Bias", "Input(8), Dense(3), BatchNorm", "Input(8), Dense(3, Bias = false), BatchNorm")]
    [InlineData("NDSL2008.Bias", "Input(8), Dense(3, Bias = true, Name = \"A\"), BatchNorm", "Input(8), Dense(3, Bias = false, Name = \"A\"), BatchNorm")]
    [InlineData("NDSL0002.Input", "Dense(3)", "Input(28, 28, 1), Dense(3)")]
    [InlineData("NDSL0002.Input", "Dense(3), Input(8), Relu", "Input(8), Dense(3), Relu")]
    public async Task OneAndAll(string key, string before, string after)
    {
        await FixSession.Check(key, all: false, [Network("N", before)], [Network("N", after)]);
        await FixSession.Check(
            key, all: true,
            [Network("N", before), Network("M", before) + Network("O", before)],
            [Network("N", after), Network("M", after) + Network("O", after)]);
    }

    [Fact]
    public Task MakesTheClassPartial() => FixSession.Check(
        "NDSL0001.Partial", all: true,
        ["[Network, Input(8), Dense(3)] public sealed class N { } class Outer { /* inner */ struct Middle { [Network, Input(8), Dense(3)] internal sealed class M { } } }"],
        ["[Network, Input(8), Dense(3)] public sealed partial class N { } partial class Outer { /* inner */ partial struct Middle { [Network, Input(8), Dense(3)] internal sealed partial class M { } } }"]);

    [Fact]
    public Task KeepsTheDocumentationOfTheClass() => FixSession.Check(
        "NDSL2006.Remove", all: false,
        ["/// <summary>Digits.</summary>\n[Network, Input(8), Dense(3)]\n[Softmax]\n[SoftmaxCrossEntropy]\npublic partial class N;"],
        ["/// <summary>Digits.</summary>\n[Network, Input(8), Dense(3)]\n[SoftmaxCrossEntropy]\npublic partial class N;"]);

    [Fact]
    public Task ALayerOfABlockIsChangedInTheBlock() => FixSession.Check(
        "NDSL1001.Kernel", all: false,
        ["[Network, Input(3, 3, 1), Wide(4)] partial class N;", "[method: Conv2d(5, 5, nameof(width)), Relu] sealed class WideAttribute(int width) : BlockAttribute;"],
        ["[Network, Input(3, 3, 1), Wide(4)] partial class N;", "[method: Conv2d(3, 3, nameof(width)), Relu] sealed class WideAttribute(int width) : BlockAttribute;"]);

    [Fact]
    public Task ABiasOfABlockIsChangedInTheBlock() => FixSession.Check(
        "NDSL2008.Bias", all: true,
        ["[Network, Input(3, 3, 1), Wide(4)] partial class N; [Network, Input(5, 5, 1), Wide(6)] partial class M;", "[method: Conv2d(3, 3, nameof(width)), BatchNorm, Relu] sealed class WideAttribute(int width) : BlockAttribute;"],
        ["[Network, Input(3, 3, 1), Wide(4)] partial class N; [Network, Input(5, 5, 1), Wide(6)] partial class M;", "[method: Conv2d(3, 3, nameof(width), Bias = false), BatchNorm, Relu] sealed class WideAttribute(int width) : BlockAttribute;"]);

    [Fact]
    public Task AShortcutOfABlockSpeaksOfItsParameters() => FixSession.Check(
        "NDSL1006.Shortcut", all: false,
        ["[Network, Input(8, 8, 4), Unit(6, 2), Unit(6)] partial class N;", Unit],
        ["[Network, Input(8, 8, 4), Unit(6, 2), Unit(6)] partial class N;", Unit.Replace("[Branch]\n    [Add", "[Branch, Shortcut(nameof(width), Stride = nameof(stride))]\n    [Add", StringComparison.Ordinal)]);

    [Fact]
    public async Task NumbersThatABlocksParametersGiveAreLeftAlone() => Assert.DoesNotContain(
        "NDSL1001.Kernel",
        await FixSession.Offered(["[Network, Input(3, 3, 1), Wide(5)] partial class N;", "[method: Conv2d(nameof(size), nameof(size), 3), Relu] sealed class WideAttribute(int size) : BlockAttribute;"]));

    private static string Network(string name, string attributes) => $"[Network, {attributes}] partial class {name};";
}
