namespace NetDsl;

/// <summary>The logistic function 1 / (1 + exp(-x)) of every value.</summary>
public sealed class SigmoidAttribute : LayerAttribute;
