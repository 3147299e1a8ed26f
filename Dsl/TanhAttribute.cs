namespace NetDsl;

/// <summary>The hyperbolic tangent of every value.</summary>
public sealed class TanhAttribute : LayerAttribute;
