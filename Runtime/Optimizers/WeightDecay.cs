using NetDsl.Runtime;

namespace NetDsl;

/// <summary>Which parameters weight decay applies to.</summary>
public static class WeightDecay
{
    /// <summary>All parameters.</summary>
    public static Func<Parameter, bool> All { get; } = _ => true;

    /// <summary>
    /// Weights of two dimensions and more, as is usual: a bias, and the scale and shift of a batch normalisation, gain nothing from
    /// being small.
    /// </summary>
    public static Func<Parameter, bool> Kernels { get; } = parameter => parameter.Shape.Count > 1;
}
