namespace NetDsl;

/// <summary>The mean of the real cells of every window and channel: height x width x channels becomes out height x out width x channels.</summary>
public sealed class AvgPool2dAttribute : Pool2dAttribute
{
    /// <summary>A pool over windows of height x width, side by side unless a stride says otherwise.</summary>
    /// <param name="height">Window rows.</param>
    /// <param name="width">Window columns.</param>
    /// <param name="padding">What happens at the border.</param>
    public AvgPool2dAttribute(int height, int width, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="height">Window rows.</param>
    /// <param name="width">Window columns.</param>
    /// <param name="padding">What happens at the border: a <see cref="Padding"/>, or a block's parameter of that type. Default: <see cref="Padding.Valid"/>.</param>
    public AvgPool2dAttribute(object height, object width, object? padding = null)
    {
    }
}
