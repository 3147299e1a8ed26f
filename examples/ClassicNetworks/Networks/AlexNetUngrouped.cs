using NetDsl;

namespace ClassicNetworks;

/// <summary>
/// AlexNet without groups, as one processor holds it (Krizhevsky, Sutskever and Hinton 2012, "ImageNet Classification with Deep Convolutional Neural Networks").
/// 62,378,344 parameters.
/// </summary>
[Network]
[Input(227, 227, 3)]
[Conv2d(11, 11, 96, Stride = 4, Init = Initializer.HeNormal), Relu, LocalResponseNorm(2, Bias = 1, Alpha = 0.00002, Beta = 0.75), MaxPool2d(3, 3, Stride = 2)]
[Conv2d(5, 5, 256, Padding.Same, Init = Initializer.HeNormal), Relu, LocalResponseNorm(2, Bias = 1, Alpha = 0.00002, Beta = 0.75), MaxPool2d(3, 3, Stride = 2)]
[Conv2d(3, 3, 384, Padding.Same, Init = Initializer.HeNormal), Relu]
[Conv2d(3, 3, 384, Padding.Same, Init = Initializer.HeNormal), Relu]
[Conv2d(3, 3, 256, Padding.Same, Init = Initializer.HeNormal), Relu, MaxPool2d(3, 3, Stride = 2)]
[Dense(4096, Init = Initializer.Normal, InitScale = 0.01), Relu, Dropout(0.5)]
[Dense(4096, Init = Initializer.Normal, InitScale = 0.01), Relu, Dropout(0.5)]
[Dense(1000, Init = Initializer.Normal, InitScale = 0.01), SoftmaxCrossEntropy]
public sealed partial class AlexNetUngrouped;
