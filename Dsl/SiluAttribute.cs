namespace NetDsl;

/// <summary>x / (1 + exp(-x)) of every value, also called Swish (Elfwing et al. 2018, "Sigmoid-Weighted Linear Units for Neural Network Function Approximation").</summary>
public sealed class SiluAttribute : LayerAttribute;
