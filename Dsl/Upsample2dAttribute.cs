namespace NetDsl;

/// <summary>
/// Repeats every row and every column (nearest neighbour): height x width x channels becomes factor * height x factor * width x
/// channels (Odena et al. 2016, "Deconvolution and Checkerboard Artifacts").
/// </summary>
public sealed class Upsample2dAttribute : LayerAttribute
{
    /// <summary>Enlarges an image.</summary>
    /// <param name="factor">How often every row and every column stands in the output.</param>
    public Upsample2dAttribute(int factor)
    {
    }

    /// <summary>The same inside a block: a number, or a constant expression string over the block's parameters.</summary>
    /// <param name="factor">How often every row and every column stands in the output.</param>
    public Upsample2dAttribute(object factor)
    {
    }
}
