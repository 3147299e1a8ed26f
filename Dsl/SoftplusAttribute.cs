namespace NetDsl;

/// <summary>log(1 + exp(x)) of every value (Dugas et al. 2001, "Incorporating Second-Order Functional Knowledge for Better Option Pricing").</summary>
public sealed class SoftplusAttribute : LayerAttribute;
