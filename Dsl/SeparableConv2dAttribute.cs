namespace NetDsl;

/// <summary>
/// A convolution in two parts, every channel by itself and then 1x1 over all channels: height x width x channels becomes out
/// height x out width x filters with far fewer multiplications than <see cref="Conv2dAttribute"/> (Chollet 2017, "Xception:
/// Deep Learning with Depthwise Separable Convolutions").
/// </summary>
/// <remarks>
/// Parameters: <c>weight_depthwise</c>, height x width x channels x multiplier, <c>weight_pointwise</c>, 1 x 1 x channels *
/// multiplier x filters, and <c>bias</c>, filters.
/// </remarks>
public sealed class SeparableConv2dAttribute : Window2dAttribute
{
    /// <summary>A separable convolution with kernels of height x width.</summary>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">What happens at the border.</param>
    public SeparableConv2dAttribute(int height, int width, int filters, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">What happens at the border: a <see cref="Padding"/>, or a block's parameter of that type. Default: <see cref="Padding.Valid"/>.</param>
    public SeparableConv2dAttribute(object height, object width, object filters, object? padding = null)
    {
    }

    /// <summary>Depthwise filters of every channel. Default: 1.</summary>
    public object? Multiplier { get; set; }

    /// <summary>Whether every filter has a bias. A bool. Default: true.</summary>
    public object? Bias { get; set; }

    /// <summary>How both sets of weights start. Default: <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer Init { get; set; } = Initializer.GlorotUniform;

    /// <summary>Factor on the width of the initial distribution; for <see cref="Initializer.Normal"/> its standard deviation. Default: 1.</summary>
    public double InitScale { get; set; } = 1;

    /// <summary>What every bias starts with. Default: 0.</summary>
    public double BiasInit { get; set; }
}
