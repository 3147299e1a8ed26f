namespace NetDsl;

/// <summary>
/// Makes the value before it a further head: training adds its loss, prediction leaves it out (Szegedy et al. 2014, "Going Deeper
/// with Convolutions"). In a branch it also closes the branch, and the value goes back to where the branches began.
/// </summary>
/// <remarks>The one loss of the network applies to every head, so a head's shape is that of the network's output.</remarks>
public sealed class OutputAttribute : LayerAttribute
{
    /// <summary>A further head.</summary>
    /// <param name="name">The head's name, a C# identifier; inside a block the block's name stands before it.</param>
    public OutputAttribute(string name)
    {
    }

    /// <summary>Factor on the loss of this head. Default: 1.</summary>
    public double LossWeight { get; set; } = 1;
}
