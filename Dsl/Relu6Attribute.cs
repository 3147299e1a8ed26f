namespace NetDsl;

/// <summary>min(max(x, 0), 6) of every value (Krizhevsky 2010, "Convolutional Deep Belief Networks on CIFAR-10").</summary>
public sealed class Relu6Attribute : LayerAttribute;
