using NetDsl;

namespace DigitRecognition;

/// <summary>One weight for each pixel and class: what can be had without any hidden layer.</summary>
[Network, Input(32, 32, 1), Dense(10), SoftmaxCrossEntropy]
public sealed partial class LinearClassifier;
