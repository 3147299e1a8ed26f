using NetDsl.Generator.Model;
using NetDsl.Generator.Shapes;

namespace NetDsl.Analyzers.Tests.Shapes;

public class WindowTests
{
    // x = 1..13, kernel 2 3 5 7 11 13, stride 5: what TensorFlow's documentation of padding works through.
    [Fact]
    public void ThirteenValuesWithAKernelOfSix()
    {
        Assert.Equal(new Axis(13, 6, 5, 1, 0, 0, 2), Height("Conv2d(6, 1, 1, Stride = 5)", 13));
        Assert.Equal(new Axis(13, 6, 5, 1, 1, 2, 3), Height("Conv2d(6, 1, 1, Padding.Same, Stride = 5)", 13));
    }

    [Theory]
    [InlineData("Conv2d(3, 3, 1)", 7, 0, 0, 5)]
    [InlineData("Conv2d(3, 3, 1, Stride = 2)", 8, 0, 0, 3)]
    [InlineData("Conv2d(3, 3, 1, Dilation = 2)", 7, 0, 0, 3)]
    [InlineData("Conv2d(3, 3, 1, Padding.Same, Dilation = 2)", 7, 2, 2, 7)]
    [InlineData("Conv2d(7, 7, 1, Padding.Same, Stride = 2)", 224, 2, 3, 112)]
    [InlineData("Conv2d(1, 1, 1, Padding.Same, Stride = 3)", 7, 0, 0, 3)]
    [InlineData("Conv2d(2, 2, 1, Padding.Same)", 4, 0, 1, 4)]
    [InlineData("Conv2d(3, 3, 1, Pad = 1)", 7, 1, 1, 7)]
    [InlineData("Conv2d(3, 3, 1, Pad = 1, PadTop = 3)", 7, 3, 1, 9)]
    [InlineData("Conv2d(3, 3, 1, PadBottom = 2)", 7, 0, 2, 7)]
    [InlineData("Conv2d(3, 3, 1, Stride = 2, StrideHeight = 1)", 7, 0, 0, 5)]
    [InlineData("Conv2d(3, 3, 1, StrideWidth = 2)", 7, 0, 0, 5)]
    [InlineData("Conv2d(3, 3, 1, DilationHeight = 3, Dilation = 2)", 7, 0, 0, 1)]
    [InlineData("MaxPool2d(2, 2)", 7, 0, 0, 3)]
    [InlineData("MaxPool2d(3, 3, Stride = 2)", 55, 0, 0, 27)]
    [InlineData("MaxPool2d(3, 3, Padding.Same, Stride = 2)", 112, 0, 1, 56)]
    [InlineData("MaxPool2d(2, 2, Padding.Same)", 7, 0, 1, 4)]
    [InlineData("AvgPool2d(3, 3, Pad = 1)", 7, 1, 1, 3)]
    [InlineData("MaxPool2d(3, 3, Stride = 2, CeilMode = true)", 110, 0, 1, 55)]
    [InlineData("MaxPool2d(3, 3, Stride = 2, CeilMode = true)", 109, 0, 0, 54)]
    [InlineData("MaxPool2d(2, 2, Stride = 3, CeilMode = true)", 6, 0, 0, 2)]
    [InlineData("MaxPool2d(2, 2, Stride = 4, CeilMode = true)", 4, 0, 0, 1)]
    [InlineData("MaxPool2d(3, 3, Stride = 2, Pad = 1, CeilMode = true)", 6, 1, 2, 4)]
    [InlineData("MaxPool2d(3, 3, Stride = 3, CeilMode = true)", 1, 0, 2, 1)]
    public void OutputAndPadding(string layer, int input, int before, int after, int output)
    {
        Axis axis = Height(layer, input);
        Assert.Equal((before, after, output), (axis.PadBefore, axis.PadAfter, axis.Out));
    }

    [Fact]
    public void DimensionsAreIndependent()
    {
        var convolution = (Convolution)Operation("Conv2d(3, 5, 4, StrideWidth = 2, DilationHeight = 2, PadLeft = 1)", "Input(9, 10, 2)");
        Assert.Equal(new Axis(9, 3, 1, 2, 0, 0, 5), convolution.Height);
        Assert.Equal(new Axis(10, 5, 2, 1, 1, 0, 4), convolution.Width);
        Assert.Equal(Shape.Image(5, 4, 4), convolution.Output);
    }

    /// <summary>Against a count of the windows by hand: every window that TensorFlow or PyTorch would place, one by one.</summary>
    [Fact]
    public void ArithmeticAgreesWithCounting()
    {
        for (int input = 1; input <= 9; input++)
        {
            for (int kernel = 1; kernel <= 6; kernel++)
            {
                for (int stride = 1; stride <= 4; stride++)
                {
                    for (int before = 0; before < kernel; before++)
                    {
                        int after = before / 2, padded = input + before + after;
                        int whole = Enumerable.Range(0, padded).Count(start => start % stride == 0 && start + kernel <= padded);
                        Assert.Equal(whole, WindowArithmetic.Explicit(input, kernel, stride, before, after).Out);

                        // Rounding up adds the first window that overhangs, if it begins in time and is needed for the rest of the cells.
                        bool rest = padded < kernel ? kernel - padded < stride : (padded - kernel) % stride != 0;
                        int expected = whole + (rest && whole * stride < input + before ? 1 : 0);
                        Assert.Equal(expected, WindowArithmetic.Ceiling(input, kernel, stride, before, after).Out);
                    }

                    WindowArithmetic same = WindowArithmetic.Same(input, kernel, stride);
                    Assert.Equal(Enumerable.Range(0, input).Count(start => start % stride == 0), same.Out);
                    Assert.InRange(same.PadAfter - same.PadBefore, 0, 1);
                }
            }
        }
    }

    private static Axis Height(string layer, int input) => Operation(layer, $"Input({input}, 30, 1)") switch
    {
        Convolution convolution => convolution.Height,
        Pooling pooling => pooling.Height,
        var other => throw new InvalidOperationException($"{other} has no window."),
    };

    private static Operation Operation(string layer, string input)
    {
        ShapedNetwork network = Source.InferLayers($"{input}, {layer}");
        Assert.Empty(network.Problems);
        return network.Layers.Single().Operation;
    }
}
