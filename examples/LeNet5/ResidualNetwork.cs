using NetDsl;
using NetDsl.Networks;

namespace DigitRecognition;

/// <summary>A small residual network: three blocks of rising width, of which two halve the picture.</summary>
[Network]
[Input(32, 32, 1)]
[Conv2d(5, 5, 16, Padding.Same, Stride = 2, Bias = false, Init = Initializer.HeNormal, Name = "C1"), BatchNorm, Relu]
[BasicBlock(16), BasicBlock(32, stride: 2), BasicBlock(64, stride: 2)]
[GlobalAvgPool2d, Dropout(0.2), Dense(10), SoftmaxCrossEntropy]
public sealed partial class ResidualNetwork;
