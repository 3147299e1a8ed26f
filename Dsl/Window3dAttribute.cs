namespace NetDsl;

/// <summary>
/// Base class of the layers that move a window over depth, height and width. Numbers are ints or, inside a block, constant
/// expression strings over the block's parameters.
/// </summary>
public abstract class Window3dAttribute : Window2dAttribute
{
    private protected Window3dAttribute()
    {
    }

    /// <summary>Slices from one window to the next. Default: <see cref="Window2dAttribute.Stride"/>.</summary>
    public object? StrideDepth { get; set; }

    /// <summary>Padding slices in front of the input. Default: <see cref="Window2dAttribute.Pad"/>.</summary>
    public object? PadFront { get; set; }

    /// <summary>Padding slices behind the input. Default: <see cref="Window2dAttribute.Pad"/>.</summary>
    public object? PadBack { get; set; }
}
