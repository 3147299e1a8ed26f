namespace NetDsl.Networks;

/// <summary>
/// 1x1, 3x3 and 1x1 convolutions beside a shortcut, as in ResNet-50, 101 and 152 (He et al. 2015, figure 5 right): height x width
/// x channels becomes height/stride x width/stride x 4 width.
/// </summary>
/// <remarks>
/// The stride is on the 3x3 convolution, where most implementations have it; the paper has it on the first. The last gamma starts
/// with 0, so that a fresh block is the identity (Goyal et al. 2017).
/// </remarks>
public sealed class BottleneckAttribute : BlockAttribute
{
    /// <summary>A residual block.</summary>
    /// <param name="width">Filters of the first two convolutions, a quarter of the output's channels: an int, or an outer block's parameter.</param>
    /// <param name="stride">Stride of the 3x3 convolution and of the shortcut.</param>
    [Branch]
    [Conv2d(1, 1, nameof(width), Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Conv2d(3, 3, nameof(width), Padding.Same, Stride = nameof(stride), Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Conv2d(1, 1, $"4*{nameof(width)}", Bias = false, Init = Initializer.HeNormal), BatchNorm(ZeroInit = true)]
    [Branch]
    [Shortcut($"4*{nameof(width)}", Stride = nameof(stride))]
    [Add, Relu]
    public BottleneckAttribute(object width, int stride = 1)
    {
    }
}
