using NetDsl;

/// <summary>Says which way the stripes of a 12x12 picture run: upright, level, or diagonal.</summary>
[Network]
[Input(12, 12, 1)]
[Conv2d(3, 3, 6, Padding.Same), Relu]
[MaxPool2d(2, 2)]
[Conv2d(3, 3, 12), Relu]
[GlobalAvgPool2d]
[Dense(3)]
[SoftmaxCrossEntropy]
public sealed partial class StripeNetwork;
