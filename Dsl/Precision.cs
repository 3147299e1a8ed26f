namespace NetDsl;

/// <summary>Which algorithms prediction and training may use.</summary>
public enum Precision
{
    /// <summary>
    /// Also Winograd's minimal filtering (Lavin and Gray, 2015): 1.3 to 3 times as fast, with an error of up to some 0.00005 of the largest
    /// output per layer, about 30 times that of the direct form. Prediction uses it for 16 and more filters of 3x3, 4x4 and 5x5 and for strided
    /// ones of that many strides, such as 7x7 of stride 2 and 11x11 of stride 4; training for 3x3 kernels of stride 1 and many channels,
    /// outputs and gradients alike.
    /// </summary>
    Fast,

    /// <summary>Only sums of products: an error of some 0.000002 of the largest output per layer.</summary>
    Exact,
}
