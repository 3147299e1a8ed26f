using NetDsl;

namespace Sample.Networks;

[Network(Training = false)]
[Input(9, 7, 2)]
[Conv2d(3, 3, 5), Relu, GlobalAvgPool2d, Dense(3)]
public sealed partial class Predictor;
