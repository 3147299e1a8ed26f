namespace NetDsl;

/// <summary>
/// A two-dimensional convolution (cross-correlation): height x width x channels becomes out height x out width x filters
/// (LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition").
/// </summary>
/// <remarks>Parameters: <c>weight</c>, height x width x channels/groups x filters, and <c>bias</c>, filters.</remarks>
public sealed class Conv2dAttribute : Convolution2dAttribute
{
    /// <summary>A convolution with a kernel of height x width.</summary>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">What happens at the border.</param>
    public Conv2dAttribute(int height, int width, int filters, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="padding">What happens at the border: a <see cref="Padding"/>, or a block's parameter of that type. Default: <see cref="Padding.Valid"/>.</param>
    public Conv2dAttribute(object height, object width, object filters, object? padding = null)
    {
    }

    /// <summary>Distance between neighbouring kernel cells in the input, both ways. Default: 1.</summary>
    public object? Dilation { get; set; }

    /// <summary>Rows between neighbouring kernel cells. Default: <see cref="Dilation"/>.</summary>
    public object? DilationHeight { get; set; }

    /// <summary>Columns between neighbouring kernel cells. Default: <see cref="Dilation"/>.</summary>
    public object? DilationWidth { get; set; }
}
