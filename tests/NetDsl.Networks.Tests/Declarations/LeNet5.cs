using NetDsl;

namespace Sample.Networks;

[Network]
[Input(32, 32, 1)]
[Conv2d(5, 5, 6, Padding.Valid, Name = "C1"), Tanh]
[AvgPool2d(2, 2)]
[Conv2d(5, 5, 16), Tanh]
[AvgPool2d(2, 2)]
[Dense(120), Tanh]
[Dense(84), Tanh]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class LeNet5;
