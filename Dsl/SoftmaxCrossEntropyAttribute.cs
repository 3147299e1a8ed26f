namespace NetDsl;

/// <summary>
/// The loss of a classifier: softmax over the channels, then the mean of -log of the label's probability. Stands last;
/// Predict gives probabilities.
/// </summary>
public sealed class SoftmaxCrossEntropyAttribute : LayerAttribute;
