using NetDsl;
using NetDsl.Networks;

namespace DigitRecognition;

/// <summary>A small residual network: three blocks of rising width, of which two halve the picture.</summary>
[Network]
[Input(32, 32, 1)]
[Conv2d(5, 5, 16, Padding.Same, Bias = false, Init = Initializer.HeNormal, Name = "C1"), BatchNorm, Relu, MaxPool2d(2, 2)]
[BasicBlock(24), BasicBlock(48, stride: 2), BasicBlock(64, stride: 2)]
[GlobalAvgPool2d, Dropout(0.4), Dense(10), SoftmaxCrossEntropy]
public sealed partial class ResidualNetwork;
