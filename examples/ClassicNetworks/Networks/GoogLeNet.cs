using NetDsl;
using NetDsl.Networks;

namespace ClassicNetworks;

/// <summary>
/// GoogLeNet with both auxiliary heads (Szegedy et al. 2014, "Going Deeper with Convolutions"). 6,998,552 parameters, 13,378,280 with
/// the heads, which training alone uses.
/// </summary>
[Network]
[Input(224, 224, 3)]
[Conv2d(7, 7, 64, Padding.Same, Stride = 2, Init = Initializer.HeNormal), Relu, MaxPool2d(3, 3, Padding.Same, Stride = 2)]
[LocalResponseNorm(2, Bias = 1, Alpha = 0.00002, Beta = 0.75)]
[Conv2d(1, 1, 64, Init = Initializer.HeNormal), Relu]
[Conv2d(3, 3, 192, Padding.Same, Init = Initializer.HeNormal), Relu]
[LocalResponseNorm(2, Bias = 1, Alpha = 0.00002, Beta = 0.75), MaxPool2d(3, 3, Padding.Same, Stride = 2)]
[Inception(64, 96, 128, 16, 32, 32, Name = "Inception3a")]
[Inception(128, 128, 192, 32, 96, 64, Name = "Inception3b")]
[MaxPool2d(3, 3, Padding.Same, Stride = 2)]
[Inception(192, 96, 208, 16, 48, 64, Name = "Inception4a")]
[AuxiliaryHead("aux1", 1000)]
[Inception(160, 112, 224, 24, 64, 64, Name = "Inception4b")]
[Inception(128, 128, 256, 24, 64, 64, Name = "Inception4c")]
[Inception(112, 144, 288, 32, 64, 64, Name = "Inception4d")]
[AuxiliaryHead("aux2", 1000)]
[Inception(256, 160, 320, 32, 128, 128, Name = "Inception4e")]
[MaxPool2d(3, 3, Padding.Same, Stride = 2)]
[Inception(256, 160, 320, 32, 128, 128, Name = "Inception5a")]
[Inception(384, 192, 384, 48, 128, 128, Name = "Inception5b")]
[GlobalAvgPool2d, Dropout(0.4)]
[Dense(1000), SoftmaxCrossEntropy]
public sealed partial class GoogLeNet;
