namespace NetDsl;

/// <summary>Base class of the pools over windows of height x width; padded cells never count.</summary>
public abstract class Pool2dAttribute : Window2dAttribute
{
    private protected Pool2dAttribute()
    {
    }

    /// <summary>
    /// Rounds the number of windows up, as long as the last one begins within the input or the padding before it.
    /// A bool. Default: false.
    /// </summary>
    public object? CeilMode { get; set; }
}
