using NetDsl;
using NetDsl.Networks;

namespace ClassicNetworks;

/// <summary>ResNet18 (He et al. 2015, "Deep Residual Learning for Image Recognition", table 1). 11,689,512 parameters.</summary>
[Network]
[Input(224, 224, 3)]
[ResidualStem]
[BasicBlock(64, Repeat = 2)]
[BasicStage(128, 2), BasicStage(256, 2), BasicStage(512, 2)]
[GlobalAvgPool2d, Dense(1000), SoftmaxCrossEntropy]
public sealed partial class ResNet18;
