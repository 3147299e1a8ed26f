namespace NetDsl;

/// <summary>
/// x of every positive value, alpha * (exp(x) - 1) of every other (Clevert et al. 2016, "Fast and Accurate Deep Network Learning
/// by Exponential Linear Units (ELUs)").
/// </summary>
public sealed class EluAttribute : LayerAttribute
{
    /// <summary>An exponential linear unit.</summary>
    /// <param name="alpha">What negative values approach, with the sign turned; at least 0.</param>
    public EluAttribute(double alpha = 1)
    {
    }

    /// <summary>The same inside a block: a number, or a constant expression string over the block's parameters.</summary>
    /// <param name="alpha">What negative values approach, with the sign turned; at least 0.</param>
    public EluAttribute(object alpha)
    {
    }
}
