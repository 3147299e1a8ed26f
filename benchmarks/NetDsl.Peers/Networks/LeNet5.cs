using NetDsl.Peers.Onnx;

namespace NetDsl.Peers;

/// <summary>LeNet-5 with rectifiers and maximum pools.</summary>
[Network]
[Input(32, 32, 1)]
[Conv2d(5, 5, 6), Relu, MaxPool2d(2, 2)]
[Conv2d(5, 5, 16), Relu, MaxPool2d(2, 2)]
[Dense(120), Relu]
[Dense(84), Relu]
[Dense(10), SoftmaxCrossEntropy]
public sealed partial class LeNet5
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(32, 32, 1)
        .Conv("Conv2d1").Relu().MaxPool(2, stride: 2)
        .Conv("Conv2d2").Relu().MaxPool(2, stride: 2)
        .Dense("Dense1").Relu()
        .Dense("Dense2").Relu()
        .Dense("Dense3");
}
