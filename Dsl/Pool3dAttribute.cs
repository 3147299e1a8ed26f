namespace NetDsl;

/// <summary>Base class of the pools over windows of depth x height x width; padded cells never count.</summary>
public abstract class Pool3dAttribute : Window3dAttribute
{
    private protected Pool3dAttribute()
    {
    }

    /// <summary>
    /// Rounds the number of windows up, as long as the last one begins within the input or the padding before it.
    /// A bool. Default: false.
    /// </summary>
    public object? CeilMode { get; set; }
}
