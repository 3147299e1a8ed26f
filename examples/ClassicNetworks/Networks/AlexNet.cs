using NetDsl;

namespace ClassicNetworks;

/// <summary>
/// AlexNet on two groups (Krizhevsky, Sutskever and Hinton 2012, "ImageNet Classification with Deep Convolutional Neural Networks").
/// 60,965,224 parameters. Dense layers start with the paper's deviation of 0.01, convolutions with He's.
/// </summary>
[Network]
[Input(227, 227, 3)]
[Conv2d(11, 11, 96, Stride = 4, Init = Initializer.HeNormal), Relu, LocalResponseNorm(2, Bias = 1, Alpha = 0.00002, Beta = 0.75), MaxPool2d(3, 3, Stride = 2)]
[Conv2d(5, 5, 256, Padding.Same, Groups = 2, Init = Initializer.HeNormal), Relu, LocalResponseNorm(2, Bias = 1, Alpha = 0.00002, Beta = 0.75), MaxPool2d(3, 3, Stride = 2)]
[Conv2d(3, 3, 384, Padding.Same, Init = Initializer.HeNormal), Relu]
[Conv2d(3, 3, 384, Padding.Same, Groups = 2, Init = Initializer.HeNormal), Relu]
[Conv2d(3, 3, 256, Padding.Same, Groups = 2, Init = Initializer.HeNormal), Relu, MaxPool2d(3, 3, Stride = 2)]
[Dense(4096, Init = Initializer.Normal, InitScale = 0.01), Relu, Dropout(0.5)]
[Dense(4096, Init = Initializer.Normal, InitScale = 0.01), Relu, Dropout(0.5)]
[Dense(1000, Init = Initializer.Normal, InitScale = 0.01), SoftmaxCrossEntropy]
public sealed partial class AlexNet;
