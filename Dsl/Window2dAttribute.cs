namespace NetDsl;

/// <summary>
/// Base class of the layers that move a window over height and width. Numbers are ints or, inside a block, constant
/// expression strings over the block's parameters.
/// </summary>
public abstract class Window2dAttribute : LayerAttribute
{
    private protected Window2dAttribute()
    {
    }

    /// <summary>Cells from one window to the next, in every dimension. Default: 1 for a convolution, the window for a pool.</summary>
    public object? Stride { get; set; }

    /// <summary>Rows from one window to the next. Default: <see cref="Stride"/>.</summary>
    public object? StrideHeight { get; set; }

    /// <summary>Columns from one window to the next. Default: <see cref="Stride"/>.</summary>
    public object? StrideWidth { get; set; }

    /// <summary>Explicit padding on every side, in cells; excludes <see cref="Padding.Same"/>. Default: 0.</summary>
    public object? Pad { get; set; }

    /// <summary>Padding rows above the input. Default: <see cref="Pad"/>.</summary>
    public object? PadTop { get; set; }

    /// <summary>Padding rows below the input. Default: <see cref="Pad"/>.</summary>
    public object? PadBottom { get; set; }

    /// <summary>Padding columns left of the input. Default: <see cref="Pad"/>.</summary>
    public object? PadLeft { get; set; }

    /// <summary>Padding columns right of the input. Default: <see cref="Pad"/>.</summary>
    public object? PadRight { get; set; }
}
