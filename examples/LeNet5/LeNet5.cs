using NetDsl;

namespace DigitRecognition;

/// <summary>LeCun et al. 1998, with every map of C3 connected, mean pooling and a linear output as most use it today.</summary>
[Network]
[Input(32, 32, 1)]                                   // height, width, channels
[Conv2d(5, 5, 6, Padding.Valid, Name = "C1"), Tanh]  // kernel height, kernel width, filters, padding
[AvgPool2d(2, 2)]
[Conv2d(5, 5, 16), Tanh]                             // Padding.Valid is the default
[AvgPool2d(2, 2)]
[Dense(120), Tanh]
[Dense(84), Tanh]
[Dense(10)]
[SoftmaxCrossEntropy]                                // the loss; Predict then gives probabilities
public sealed partial class LeNet5;
