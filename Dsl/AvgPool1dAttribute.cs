namespace NetDsl;

/// <summary>The mean of the real steps of every window and channel: length x channels becomes out length x channels.</summary>
public sealed class AvgPool1dAttribute : Pool1dAttribute
{
    /// <summary>A pool over windows of that length, side by side unless a stride says otherwise.</summary>
    /// <param name="length">Window steps.</param>
    /// <param name="padding">What happens at the ends.</param>
    public AvgPool1dAttribute(int length, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: a number, or a constant expression string over the block's parameters.</summary>
    /// <param name="length">Window steps.</param>
    /// <param name="padding">What happens at the ends: a <see cref="Padding"/>, or the name of a block's parameter. Default: Valid.</param>
    public AvgPool1dAttribute(object length, object? padding = null)
    {
    }
}
