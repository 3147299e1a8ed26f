namespace NetDsl;

/// <summary>The shape of one input sample; stands before the first layer.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class InputAttribute : Attribute
{
    /// <summary>An image, stored row by row with its channels last.</summary>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="channels">Values of one pixel, such as 3 for colour.</param>
    public InputAttribute(int height, int width, int channels)
    {
    }

    /// <summary>A vector of features.</summary>
    /// <param name="features">Number of values.</param>
    public InputAttribute(int features)
    {
    }
}
