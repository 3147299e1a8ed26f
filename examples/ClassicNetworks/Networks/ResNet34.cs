using NetDsl;
using NetDsl.Networks;

namespace ClassicNetworks;

/// <summary>ResNet34 (He et al. 2015, "Deep Residual Learning for Image Recognition", table 1). 21,797,672 parameters.</summary>
[Network]
[Input(224, 224, 3)]
[ResidualStem]
[BasicBlock(64, Repeat = 3)]
[BasicStage(128, 4), BasicStage(256, 6), BasicStage(512, 3)]
[GlobalAvgPool2d, Dense(1000), SoftmaxCrossEntropy]
public sealed partial class ResNet34;
