namespace NetDsl;

/// <summary>The mean of the real cells of every window and channel: depth x height x width x channels becomes out depth x out height x out width x channels.</summary>
public sealed class AvgPool3dAttribute : Pool3dAttribute
{
    /// <summary>A pool over windows of depth x height x width, side by side unless a stride says otherwise.</summary>
    /// <param name="depth">Window slices.</param>
    /// <param name="height">Window rows.</param>
    /// <param name="width">Window columns.</param>
    /// <param name="padding">What happens at the border.</param>
    public AvgPool3dAttribute(int depth, int height, int width, Padding padding = Padding.Valid)
    {
    }

    /// <summary>The same inside a block: numbers, or constant expression strings over the block's parameters.</summary>
    /// <param name="depth">Window slices.</param>
    /// <param name="height">Window rows.</param>
    /// <param name="width">Window columns.</param>
    /// <param name="padding">What happens at the border: a <see cref="Padding"/>, or the name of a block's parameter. Default: Valid.</param>
    public AvgPool3dAttribute(object depth, object height, object width, object? padding = null)
    {
    }
}
