using NetDsl;

namespace ClassicNetworks;

/// <summary>
/// ZFNet (Zeiler and Fergus 2013, "Visualizing and Understanding Convolutional Networks"): AlexNet with smaller windows and strides in
/// front; maps of 110, 55, 26, 13 and 6 cells take one cell of padding and pools that round up. 62,357,608 parameters.
/// </summary>
[Network]
[Input(224, 224, 3)]
[Conv2d(7, 7, 96, Stride = 2, Pad = 1, Init = Initializer.HeNormal), Relu]
[MaxPool2d(3, 3, Stride = 2, CeilMode = true), LocalResponseNorm(2, Bias = 1, Alpha = 0.00002, Beta = 0.75)]
[Conv2d(5, 5, 256, Stride = 2, Init = Initializer.HeNormal), Relu]
[MaxPool2d(3, 3, Stride = 2, CeilMode = true), LocalResponseNorm(2, Bias = 1, Alpha = 0.00002, Beta = 0.75)]
[Conv2d(3, 3, 384, Padding.Same, Init = Initializer.HeNormal), Relu]
[Conv2d(3, 3, 384, Padding.Same, Init = Initializer.HeNormal), Relu]
[Conv2d(3, 3, 256, Padding.Same, Init = Initializer.HeNormal), Relu, MaxPool2d(3, 3, Stride = 2, CeilMode = true)]
[Dense(4096, Init = Initializer.Normal, InitScale = 0.01), Relu, Dropout(0.5)]
[Dense(4096, Init = Initializer.Normal, InitScale = 0.01), Relu, Dropout(0.5)]
[Dense(1000, Init = Initializer.Normal, InitScale = 0.01), SoftmaxCrossEntropy]
public sealed partial class ZFNet;
