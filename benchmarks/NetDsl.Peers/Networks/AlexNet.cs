using NetDsl.Peers.Onnx;

namespace NetDsl.Peers;

/// <summary>
/// AlexNet for one processor, with 64, 192, 384, 256 and 256 filters (Krizhevsky 2014, "One weird trick for parallelizing
/// convolutional neural networks").
/// </summary>
[Network(Training = false)]
[Input(224, 224, 3)]
[Conv2d(11, 11, 64, Stride = 4, Pad = 2, Init = Initializer.HeNormal), Relu, MaxPool2d(3, 3, Stride = 2)]
[Conv2d(5, 5, 192, Pad = 2, Init = Initializer.HeNormal), Relu, MaxPool2d(3, 3, Stride = 2)]
[Conv2d(3, 3, 384, Pad = 1, Init = Initializer.HeNormal), Relu]
[Conv2d(3, 3, 256, Pad = 1, Init = Initializer.HeNormal), Relu]
[Conv2d(3, 3, 256, Pad = 1, Init = Initializer.HeNormal), Relu, MaxPool2d(3, 3, Stride = 2)]
[Dense(4096, Init = Initializer.HeNormal), Relu]
[Dense(4096, Init = Initializer.HeNormal), Relu]
[Dense(1000)]
public sealed partial class AlexNet
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(224, 224, 3)
        .Conv("Conv2d1", stride: 4, pad: 2).Relu().MaxPool(3, stride: 2)
        .Conv("Conv2d2", pad: 2).Relu().MaxPool(3, stride: 2)
        .Conv("Conv2d3", pad: 1).Relu()
        .Conv("Conv2d4", pad: 1).Relu()
        .Conv("Conv2d5", pad: 1).Relu().MaxPool(3, stride: 2)
        .Dense("Dense1").Relu()
        .Dense("Dense2").Relu()
        .Dense("Dense3");
}
