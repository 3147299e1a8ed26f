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

    /// <summary>A sequence, stored step by step with its channels last.</summary>
    /// <param name="length">Steps, such as the samples of a sound.</param>
    /// <param name="channels">Values of one step.</param>
    public InputAttribute(int length, int channels)
    {
    }

    /// <summary>A volume, stored slice by slice, each row by row with its channels last.</summary>
    /// <param name="depth">Slices, such as the frames of a film.</param>
    /// <param name="height">Rows of a slice.</param>
    /// <param name="width">Columns of a slice.</param>
    /// <param name="channels">Values of one cell.</param>
    public InputAttribute(int depth, int height, int width, int channels)
    {
    }
}
