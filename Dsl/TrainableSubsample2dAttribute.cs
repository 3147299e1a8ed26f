namespace NetDsl;

/// <summary>
/// Trainable subsampling: the sum over windows side by side, times a coefficient and plus a bias of each channel's own;
/// height x width x channels becomes out height x out width x channels (LeCun et al. 1998, "Gradient-Based Learning Applied to
/// Document Recognition", where <see cref="ScaledTanhAttribute"/> follows). Rows and columns that no whole window covers are
/// dropped.
/// </summary>
/// <remarks>
/// Parameters: <c>coefficient</c>, channels, and <c>bias</c>, channels. Coefficients start as one over the cells of a window,
/// so that the layer begins as a mean.
/// </remarks>
public sealed class TrainableSubsample2dAttribute : LayerAttribute
{
    /// <summary>Subsampling by windows of height x width.</summary>
    /// <param name="height">Window rows.</param>
    /// <param name="width">Window columns.</param>
    public TrainableSubsample2dAttribute(int height, int width)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="height">Window rows.</param>
    /// <param name="width">Window columns.</param>
    public TrainableSubsample2dAttribute(object height, object width)
    {
    }
}
