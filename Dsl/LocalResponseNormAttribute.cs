namespace NetDsl;

/// <summary>
/// Local response normalisation: divides every value by a power of the energy of its neighbouring channels in the same cell;
/// the shape stays (Krizhevsky et al. 2012, "ImageNet Classification with Deep Convolutional Neural Networks").
/// </summary>
public sealed class LocalResponseNormAttribute : LayerAttribute
{
    /// <summary>A normalisation over windows of 2 * depthRadius + 1 channels.</summary>
    /// <param name="depthRadius">Neighbouring channels on either side that count.</param>
    public LocalResponseNormAttribute(int depthRadius = 5)
    {
    }

    /// <summary>The same inside a block: a number, or a constant expression string over the block's parameters.</summary>
    /// <param name="depthRadius">Neighbouring channels on either side that count.</param>
    public LocalResponseNormAttribute(object depthRadius)
    {
    }

    /// <summary>What is added to the energy, above 0, so that nothing is divided by 0. Default: 1.</summary>
    public double Bias { get; set; } = 1;

    /// <summary>Factor on the sum of squares, at least 0; not divided by the size of the window. Default: 1.</summary>
    public double Alpha { get; set; } = 1;

    /// <summary>The power. Default: 0.5.</summary>
    public double Beta { get; set; } = 0.5;
}
