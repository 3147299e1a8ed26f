namespace NetDsl;

/// <summary>
/// The logarithms of the distribution that <see cref="SoftmaxAttribute"/> makes of the channels of every cell, computed without
/// rounding small shares to zero: x minus the logarithm of the sum of all exp(x) (Bridle 1990, "Probabilistic Interpretation of
/// Feedforward Classification Network Outputs").
/// </summary>
public sealed class LogSoftmaxAttribute : LayerAttribute;
