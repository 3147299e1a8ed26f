namespace NetDsl;

/// <summary>
/// The channels of every cell become a distribution: exp(x) over the sum of all exp(x). A loss that applies it needs no
/// such layer before it.
/// </summary>
public sealed class SoftmaxAttribute : LayerAttribute;
