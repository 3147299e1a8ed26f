namespace NetDsl;

/// <summary>Puts zeros around an image: height x width x channels becomes top + height + bottom x left + width + right x channels.</summary>
public sealed class ZeroPad2dAttribute : LayerAttribute
{
    /// <summary>Zeros on every side.</summary>
    /// <param name="top">Rows of zeros above the input.</param>
    /// <param name="bottom">Rows of zeros below the input.</param>
    /// <param name="left">Columns of zeros left of the input.</param>
    /// <param name="right">Columns of zeros right of the input.</param>
    public ZeroPad2dAttribute(int top, int bottom, int left, int right)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="top">Rows of zeros above the input.</param>
    /// <param name="bottom">Rows of zeros below the input.</param>
    /// <param name="left">Columns of zeros left of the input.</param>
    /// <param name="right">Columns of zeros right of the input.</param>
    public ZeroPad2dAttribute(object top, object bottom, object left, object right)
    {
    }
}
