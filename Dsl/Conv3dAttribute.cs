namespace NetDsl;

/// <summary>
/// A three-dimensional convolution (cross-correlation): depth x height x width x channels becomes out depth x out height x out
/// width x filters (Tran et al. 2015, "Learning Spatiotemporal Features with 3D Convolutional Networks").
/// </summary>
/// <remarks>Parameters: <c>weight</c>, depth x height x width x channels/groups x filters, and <c>bias</c>, filters.</remarks>
public sealed class Conv3dAttribute : Window3dAttribute
{
    /// <summary>A convolution with a kernel of depth x height x width.</summary>
    /// <param name="depth">Kernel slices.</param>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">What happens at the border.</param>
    public Conv3dAttribute(int depth, int height, int width, int filters, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="depth">Kernel slices.</param>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">What happens at the border: a <see cref="Padding"/>, or a block's parameter of that type. Default: <see cref="Padding.Valid"/>.</param>
    public Conv3dAttribute(object depth, object height, object width, object filters, object? padding = null)
    {
    }

    /// <summary>Distance between neighbouring kernel cells in the input, in every dimension. Default: 1.</summary>
    public object? Dilation { get; set; }

    /// <summary>Slices between neighbouring kernel cells. Default: <see cref="Dilation"/>.</summary>
    public object? DilationDepth { get; set; }

    /// <summary>Rows between neighbouring kernel cells. Default: <see cref="Dilation"/>.</summary>
    public object? DilationHeight { get; set; }

    /// <summary>Columns between neighbouring kernel cells. Default: <see cref="Dilation"/>.</summary>
    public object? DilationWidth { get; set; }

    /// <summary>Groups of channels that do not see each other; divides input channels and filters. Default: 1.</summary>
    public object? Groups { get; set; }

    /// <summary>
    /// Which input maps each filter sees, a constant text: a row for every input map, separated by ; or line breaks, and in it a
    /// character for every filter, X or 1 where the two are connected and . or 0 (also - or a blank) where they are not. Kernels
    /// of unconnected pairs are zero, stay zero and are not counted. Excludes <see cref="Groups"/>. Default: all are connected.
    /// </summary>
    public string? Connections { get; set; }

    /// <summary>Whether every filter has a bias. A bool. Default: true.</summary>
    public object? Bias { get; set; }

    /// <summary>How the weights start. Default: <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer Init { get; set; } = Initializer.GlorotUniform;

    /// <summary>Factor on the width of the initial distribution; for <see cref="Initializer.Normal"/> its standard deviation. Default: 1.</summary>
    public double InitScale { get; set; } = 1;

    /// <summary>What every bias starts with. Default: 0.</summary>
    public double BiasInit { get; set; }
}
