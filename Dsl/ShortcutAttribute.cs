namespace NetDsl;

/// <summary>
/// The way around a residual block: nothing where the shape already fits, else a 1x1 convolution without bias and a batch
/// normalisation (He et al. 2015, "Deep Residual Learning for Image Recognition", option B).
/// </summary>
/// <remarks>The layers are called <c>Conv2d1</c> and <c>BatchNorm1</c> within it, such as <c>Shortcut1.Conv2d1</c>.</remarks>
public sealed class ShortcutAttribute : LayerAttribute
{
    /// <summary>A shortcut to a number of channels.</summary>
    /// <param name="filters">Output channels.</param>
    public ShortcutAttribute(int filters)
    {
    }

    /// <summary>The same inside a block: a number, or a constant expression string over the block's parameters.</summary>
    /// <param name="filters">Output channels.</param>
    public ShortcutAttribute(object filters)
    {
    }

    /// <summary>Cells from one output to the next, both ways. Default: 1.</summary>
    public object? Stride { get; set; }
}
