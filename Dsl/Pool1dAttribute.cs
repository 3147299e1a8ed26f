namespace NetDsl;

/// <summary>Base class of the pools over windows of a sequence; padded steps never count.</summary>
public abstract class Pool1dAttribute : Window1dAttribute
{
    private protected Pool1dAttribute()
    {
    }

    /// <summary>
    /// Rounds the number of windows up, as long as the last one begins within the input or the padding before it.
    /// A bool. Default: false.
    /// </summary>
    public object? CeilMode { get; set; }
}
