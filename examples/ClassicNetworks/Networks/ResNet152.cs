using NetDsl;
using NetDsl.Networks;

namespace ClassicNetworks;

/// <summary>ResNet152 (He et al. 2015, "Deep Residual Learning for Image Recognition", table 1). 60,192,808 parameters.</summary>
[Network]
[Input(224, 224, 3)]
[ResidualStem]
[Bottleneck(64, Repeat = 3)]
[BottleneckStage(128, 8), BottleneckStage(256, 36), BottleneckStage(512, 3)]
[GlobalAvgPool2d, Dense(1000), SoftmaxCrossEntropy]
public sealed partial class ResNet152;
