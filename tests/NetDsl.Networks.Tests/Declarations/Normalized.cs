using NetDsl;

namespace Sample.Networks;

/// <summary>Batch normalisation and dropout in a few parameters: all that training keeps beside weights.</summary>
[Network]
[Input(6, 6, 1)]
[Conv2d(3, 3, 4, Name = "C1", Bias = false), BatchNorm, Relu, MaxPool2d(2, 2)]
[Dense(8, Name = "Hidden"), Relu, Dropout(0.3)]
[Dense(3, Name = "Head")]
[SoftmaxCrossEntropy]
public sealed partial class Normalized;
