namespace NetDsl;

/// <summary>
/// A two-dimensional convolution with holes: neighbouring kernel cells stand rate cells apart in the input, so that the kernel
/// sees further at the same cost (Chen et al. 2015, "Semantic Image Segmentation with Deep Convolutional Nets and Fully
/// Connected CRFs"). Height x width x channels becomes out height x out width x filters.
/// </summary>
/// <remarks>Parameters: <c>weight</c>, height x width x channels/groups x filters, and <c>bias</c>, filters.</remarks>
public sealed class AtrousConv2dAttribute : Convolution2dAttribute
{
    /// <summary>A convolution with a kernel of height x width cells, rate cells apart.</summary>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="rate">Distance between neighbouring kernel cells in the input, both ways; 1 leaves no holes.</param>
    /// <param name="padding">What happens at the border.</param>
    public AtrousConv2dAttribute(int height, int width, int filters, int rate, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="height">Kernel rows.</param>
    /// <param name="width">Kernel columns.</param>
    /// <param name="filters">Output channels.</param>
    /// <param name="rate">Distance between neighbouring kernel cells in the input, both ways; 1 leaves no holes.</param>
    /// <param name="padding">What happens at the border: a <see cref="Padding"/>, or a block's parameter of that type. Default: <see cref="Padding.Valid"/>.</param>
    public AtrousConv2dAttribute(object height, object width, object filters, object rate, object? padding = null)
    {
    }
}
