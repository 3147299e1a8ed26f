namespace NetDsl;

/// <summary>1.7159 tanh(2x / 3) of every value (LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition").</summary>
public sealed class ScaledTanhAttribute : LayerAttribute;
