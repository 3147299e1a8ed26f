using NetDsl;
using NetDsl.Networks;

namespace PictureClassification;

/// <summary>A small residual network for colour pictures, with room for 100 classes: those that a folder has not got are never right and soon unlikely.</summary>
[Network]
[Input(48, 48, 3)]
[Conv2d(5, 5, 16, Padding.Same, Stride = 2, Bias = false, Init = Initializer.HeNormal, Name = "C1"), BatchNorm, Relu, MaxPool2d(2, 2)]
[BasicBlock(32), BasicBlock(64, stride: 2), BasicBlock(96, stride: 2)]
[GlobalAvgPool2d, Dropout(0.1), Dense(100), SoftmaxCrossEntropy]
public sealed partial class SmallResNet;
