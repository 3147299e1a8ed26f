namespace NetDsl;

/// <summary>Puts zeros around a volume: depth x height x width x channels becomes front + depth + back x top + height + bottom x left + width + right x channels.</summary>
public sealed class ZeroPad3dAttribute : LayerAttribute
{
    /// <summary>Zeros on every side.</summary>
    /// <param name="front">Slices of zeros in front of the input.</param>
    /// <param name="back">Slices of zeros behind the input.</param>
    /// <param name="top">Rows of zeros above the input.</param>
    /// <param name="bottom">Rows of zeros below the input.</param>
    /// <param name="left">Columns of zeros left of the input.</param>
    /// <param name="right">Columns of zeros right of the input.</param>
    public ZeroPad3dAttribute(int front, int back, int top, int bottom, int left, int right)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="front">Slices of zeros in front of the input.</param>
    /// <param name="back">Slices of zeros behind the input.</param>
    /// <param name="top">Rows of zeros above the input.</param>
    /// <param name="bottom">Rows of zeros below the input.</param>
    /// <param name="left">Columns of zeros left of the input.</param>
    /// <param name="right">Columns of zeros right of the input.</param>
    public ZeroPad3dAttribute(object front, object back, object top, object bottom, object left, object right)
    {
    }
}
