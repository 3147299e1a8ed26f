namespace NetDsl;

/// <summary>max(x, 0) of every value (Nair and Hinton 2010, "Rectified Linear Units Improve Restricted Boltzmann Machines").</summary>
public sealed class ReluAttribute : LayerAttribute;
