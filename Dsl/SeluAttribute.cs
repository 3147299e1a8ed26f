namespace NetDsl;

/// <summary>
/// The exponential linear unit whose two numbers keep mean 0 and variance 1 from layer to layer: 1.0507 * x of every positive
/// value, 1.7581 * (exp(x) - 1) of every other (Klambauer et al. 2017, "Self-Normalizing Neural Networks"). Goes with
/// <see cref="Initializer.LeCunNormal"/>.
/// </summary>
public sealed class SeluAttribute : LayerAttribute;
