using NetDsl.Peers.Onnx;

namespace NetDsl.Peers;

/// <summary>ResNet-18 (He et al. 2015, "Deep Residual Learning for Image Recognition", table 1).</summary>
[Network]
[Input(224, 224, 3)]
[Conv2d(7, 7, 64, Stride = 2, Pad = 3, Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu, MaxPool2d(3, 3, Stride = 2, Pad = 1)]
[BasicBlock(64, Repeat = 2)]
[BasicBlock(128, stride: 2), BasicBlock(128)]
[BasicBlock(256, stride: 2), BasicBlock(256)]
[BasicBlock(512, stride: 2), BasicBlock(512)]
[GlobalAvgPool2d, Dense(1000), SoftmaxCrossEntropy]
public sealed partial class ResNet18
{
    internal static OnnxValue Export(OnnxGraph onnx) => ResidualExport.Network(onnx, "BasicBlock", BasicBlockAttribute.Export, 2, 2, 2, 2);
}
