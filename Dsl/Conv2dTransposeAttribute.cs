namespace NetDsl;

/// <summary>
/// A transposed convolution over an image: height x width x channels becomes out height x out width x filters. It spreads every
/// cell over its neighbourhood, as the gradient of a convolution does (Zeiler et al. 2010, "Deconvolutional Networks").
/// </summary>
/// <remarks>
/// Along each dimension <see cref="Padding.Same"/> gives input * stride, <see cref="Padding.Valid"/> (input - 1) * stride +
/// max(kernel, stride). Parameters: <c>weight</c>, height x width x filters x channels, and <c>bias</c>, filters.
/// </remarks>
public sealed class Conv2dTransposeAttribute : LayerAttribute
{
    /// <summary>A transposed convolution with a kernel of height x width.</summary>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">Same cuts the output to input times stride, Valid keeps every cell.</param>
    public Conv2dTransposeAttribute(int height, int width, int filters, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">Same cuts the output to input times stride, Valid keeps every cell: a <see cref="Padding"/>, or a block's parameter of that type. Default: <see cref="Padding.Valid"/>.</param>
    public Conv2dTransposeAttribute(object height, object width, object filters, object? padding = null)
    {
    }

    /// <summary>Cells of output from one cell of input to the next, in every dimension. Default: 1.</summary>
    public object? Stride { get; set; }

    /// <summary>Rows of output from one of input to the next. Default: <see cref="Stride"/>.</summary>
    public object? StrideHeight { get; set; }

    /// <summary>Columns of output from one of input to the next. Default: <see cref="Stride"/>.</summary>
    public object? StrideWidth { get; set; }

    /// <summary>Further cells at the end of every dimension, fewer than the stride. Default: 0.</summary>
    public object? OutputPadding { get; set; }

    /// <summary>Whether every filter has a bias. A bool. Default: true.</summary>
    public object? Bias { get; set; }

    /// <summary>How the weights start. Default: <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer Init { get; set; } = Initializer.GlorotUniform;

    /// <summary>Factor on the width of the initial distribution; for <see cref="Initializer.Normal"/> its standard deviation. Default: 1.</summary>
    public double InitScale { get; set; } = 1;

    /// <summary>What every bias starts with. Default: 0.</summary>
    public double BiasInit { get; set; }
}
