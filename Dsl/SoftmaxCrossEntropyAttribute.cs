namespace NetDsl;

/// <summary>The loss of a classifier: softmax over the channels, then the mean of -log of the label's probability. Predict gives probabilities; stands last.</summary>
public sealed class SoftmaxCrossEntropyAttribute : LayerAttribute;
