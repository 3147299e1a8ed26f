namespace NetDsl;

/// <summary>
/// A two-dimensional convolution that filters every channel by itself: height x width x channels becomes out height x out
/// width x channels * multiplier; output channel = channel * multiplier + q for the channel's filter q (Sifre 2014,
/// "Rigid-Motion Scattering for Image Classification").
/// </summary>
/// <remarks>Parameters: <c>weight</c>, height x width x channels x multiplier, and <c>bias</c>, channels * multiplier.</remarks>
public sealed class DepthwiseConv2dAttribute : Window2dAttribute
{
    /// <summary>A depthwise convolution with kernels of height x width.</summary>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="padding">What happens at the border.</param>
    public DepthwiseConv2dAttribute(int height, int width, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="padding">What happens at the border: a <see cref="Padding"/>, or a block's parameter of that type. Default: <see cref="Padding.Valid"/>.</param>
    public DepthwiseConv2dAttribute(object height, object width, object? padding = null)
    {
    }

    /// <summary>Filters of every channel. Default: 1.</summary>
    public object? Multiplier { get; set; }

    /// <summary>Distance between neighbouring kernel cells in the input, both ways. Default: 1.</summary>
    public object? Dilation { get; set; }

    /// <summary>Rows between neighbouring kernel cells. Default: <see cref="Dilation"/>.</summary>
    public object? DilationHeight { get; set; }

    /// <summary>Columns between neighbouring kernel cells. Default: <see cref="Dilation"/>.</summary>
    public object? DilationWidth { get; set; }

    /// <summary>Whether every output channel has a bias. A bool. Default: true.</summary>
    public object? Bias { get; set; }

    /// <summary>How the weights start. Default: <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer Init { get; set; } = Initializer.GlorotUniform;

    /// <summary>Factor on the width of the initial distribution; for <see cref="Initializer.Normal"/> its standard deviation. Default: 1.</summary>
    public double InitScale { get; set; } = 1;

    /// <summary>What every bias starts with. Default: 0.</summary>
    public double BiasInit { get; set; }
}
