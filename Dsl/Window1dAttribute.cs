namespace NetDsl;

/// <summary>
/// Base class of the layers that move a window along a sequence. Numbers are ints or, inside a block, constant expression
/// strings over the block's parameters.
/// </summary>
public abstract class Window1dAttribute : LayerAttribute
{
    private protected Window1dAttribute()
    {
    }

    /// <summary>Steps from one window to the next. Default: 1 for a convolution, the window for a pool.</summary>
    public object? Stride { get; set; }

    /// <summary>Explicit padding on both sides, in steps; excludes <see cref="Padding.Same"/>. Default: 0.</summary>
    public object? Pad { get; set; }

    /// <summary>Padding steps before the input. Default: <see cref="Pad"/>.</summary>
    public object? PadLeft { get; set; }

    /// <summary>Padding steps after the input. Default: <see cref="Pad"/>.</summary>
    public object? PadRight { get; set; }
}
