namespace NetDsl;

/// <summary>
/// x of every positive value, slope times x of every other (Maas et al. 2013, "Rectifier Nonlinearities Improve Neural
/// Network Acoustic Models").
/// </summary>
public sealed class LeakyReluAttribute : LayerAttribute
{
    /// <summary>A leaky ReLU.</summary>
    /// <param name="slope">Factor on negative values.</param>
    public LeakyReluAttribute(double slope = 0.01)
    {
    }

    /// <summary>The same inside a block: a number, or a constant expression string over the block's parameters.</summary>
    /// <param name="slope">Factor on negative values.</param>
    public LeakyReluAttribute(object slope)
    {
    }
}
