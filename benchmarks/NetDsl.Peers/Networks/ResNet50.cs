using NetDsl.Peers.Onnx;

namespace NetDsl.Peers;

/// <summary>ResNet-50 (He et al. 2015, "Deep Residual Learning for Image Recognition", table 1).</summary>
[Network(Training = false)]
[Input(224, 224, 3)]
[Conv2d(7, 7, 64, Stride = 2, Pad = 3, Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu, MaxPool2d(3, 3, Stride = 2, Pad = 1)]
[Bottleneck(64, Repeat = 3)]
[Bottleneck(128, stride: 2), Bottleneck(128, Repeat = 3)]
[Bottleneck(256, stride: 2), Bottleneck(256, Repeat = 5)]
[Bottleneck(512, stride: 2), Bottleneck(512, Repeat = 2)]
[GlobalAvgPool2d, Dense(1000)]
public sealed partial class ResNet50
{
    internal static OnnxValue Export(OnnxGraph onnx) => ResidualExport.Network(onnx, "Bottleneck", BottleneckAttribute.Export, 3, 4, 6, 3);
}
