namespace NetDsl;

/// <summary>Which algorithms prediction and training may use.</summary>
public enum Precision
{
    /// <summary>
    /// Also Winograd's minimal filtering (Lavin and Gray, 2015) for 3x3 kernels of stride 1 and many channels: 2 to 3 times as fast, with an
    /// error of some 0.00005 of the largest output per layer (F(4x4, 3x3)), about 30 times that of the direct form. In training it
    /// computes outputs and gradients of inputs, never those of weights.
    /// </summary>
    Fast,

    /// <summary>Only sums of products: an error of some 0.000002 of the largest output per layer.</summary>
    Exact,
}
