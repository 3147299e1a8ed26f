namespace NetDsl.Networks;

/// <summary>
/// Two 3x3 convolutions beside a shortcut, as in ResNet-18 and 34 (He et al. 2015, "Deep Residual Learning for Image
/// Recognition", figure 5 left): height x width x channels becomes height/stride x width/stride x width.
/// </summary>
/// <remarks>The last gamma starts with 0, so that a fresh block is the identity (Goyal et al. 2017).</remarks>
public sealed class BasicBlockAttribute : BlockAttribute
{
    /// <summary>A residual block.</summary>
    /// <param name="width">Filters of both convolutions: an int, or an outer block's parameter.</param>
    /// <param name="stride">Stride of the first convolution and of the shortcut.</param>
    [Branch]
    [Conv2d(3, 3, nameof(width), Padding.Same, Stride = nameof(stride), Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Conv2d(3, 3, nameof(width), Padding.Same, Bias = false, Init = Initializer.HeNormal), BatchNorm(ZeroInit = true)]
    [Branch]
    [Shortcut(nameof(width), Stride = nameof(stride))]
    [Add, Relu]
    public BasicBlockAttribute(object width, int stride = 1)
    {
    }
}
