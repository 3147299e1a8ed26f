namespace NetDsl;

/// <summary>
/// A transposed convolution over a sequence: length x channels becomes out length x filters. It spreads every
/// cell over its neighbourhood, as the gradient of a convolution does (Zeiler et al. 2010, "Deconvolutional Networks").
/// </summary>
/// <remarks>
/// Along each dimension <see cref="Padding.Same"/> gives input * stride, <see cref="Padding.Valid"/> (input - 1) * stride +
/// max(kernel, stride). Parameters: <c>weight</c>, length x filters x channels, and <c>bias</c>, filters.
/// </remarks>
public sealed class Conv1dTransposeAttribute : LayerAttribute
{
    /// <summary>A transposed convolution with a kernel of that length.</summary>
    /// <param name="length">Kernel steps.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">Same cuts the output to input times stride, Valid keeps every cell.</param>
    public Conv1dTransposeAttribute(int length, int filters, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="length">Kernel steps.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">Same cuts the output to input times stride, Valid keeps every cell: a <see cref="Padding"/>, or a block's parameter of that type. Default: <see cref="Padding.Valid"/>.</param>
    public Conv1dTransposeAttribute(object length, object filters, object? padding = null)
    {
    }

    /// <summary>Steps of output from one step of input to the next. Default: 1.</summary>
    public object? Stride { get; set; }

    /// <summary>Further steps at the end, fewer than the stride. Default: 0.</summary>
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
