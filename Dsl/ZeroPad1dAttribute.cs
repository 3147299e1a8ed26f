namespace NetDsl;

/// <summary>Puts zeros around a sequence: length x channels becomes before + length + after x channels.</summary>
public sealed class ZeroPad1dAttribute : LayerAttribute
{
    /// <summary>Zeros on every side.</summary>
    /// <param name="before">Steps of zeros before the input.</param>
    /// <param name="after">Steps of zeros after the input.</param>
    public ZeroPad1dAttribute(int before, int after)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="before">Steps of zeros before the input.</param>
    /// <param name="after">Steps of zeros after the input.</param>
    public ZeroPad1dAttribute(object before, object after)
    {
    }
}
