namespace NetDsl.Networks;

/// <summary>
/// What all networks of He et al. 2015 begin with: a 7x7 convolution of 64 filters and a 3x3 maximum pool, both of stride 2, which
/// make 56 x 56 x 64 of 224 x 224 x 3.
/// </summary>
[method: Conv2d(7, 7, 64, Padding.Same, Stride = 2, Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
[method: MaxPool2d(3, 3, Padding.Same, Stride = 2)]
public sealed class ResidualStemAttribute() : BlockAttribute;
