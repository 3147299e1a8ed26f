using NetDsl.Peers.Onnx;

namespace NetDsl.Peers;

/// <summary>GoogLeNet with batch normalisation, without auxiliary heads (Szegedy et al. 2014, "Going Deeper with Convolutions").</summary>
[Network(Training = false)]
[Input(224, 224, 3)]
[Conv2d(7, 7, 64, Stride = 2, Pad = 3, Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu, MaxPool2d(3, 3, Stride = 2, CeilMode = true)]
[Conv2d(1, 1, 64, Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
[Conv2d(3, 3, 192, Pad = 1, Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu, MaxPool2d(3, 3, Stride = 2, CeilMode = true)]
[Inception(64, 96, 128, 16, 32, 32)]
[Inception(128, 128, 192, 32, 96, 64), MaxPool2d(3, 3, Stride = 2, CeilMode = true)]
[Inception(192, 96, 208, 16, 48, 64)]
[Inception(160, 112, 224, 24, 64, 64)]
[Inception(128, 128, 256, 24, 64, 64)]
[Inception(112, 144, 288, 32, 64, 64)]
[Inception(256, 160, 320, 32, 128, 128), MaxPool2d(2, 2, CeilMode = true)]
[Inception(256, 160, 320, 32, 128, 128)]
[Inception(384, 192, 384, 48, 128, 128)]
[GlobalAvgPool2d, Dense(1000)]
public sealed partial class GoogLeNet
{
    internal static OnnxValue Export(OnnxGraph onnx)
    {
        OnnxValue x = onnx.Input(224, 224, 3)
            .Conv("Conv2d1", stride: 2, pad: 3).BatchNorm("BatchNorm1").Relu().MaxPool(3, stride: 2, ceil: true)
            .Conv("Conv2d2").BatchNorm("BatchNorm2").Relu()
            .Conv("Conv2d3", pad: 1).BatchNorm("BatchNorm3").Relu().MaxPool(3, stride: 2, ceil: true);
        for (int block = 1; block <= 9; block++)
        {
            x = InceptionAttribute.Export(x, $"Inception{block}");
            x = block switch
            {
                2 => x.MaxPool(3, stride: 2, ceil: true),
                7 => x.MaxPool(2, stride: 2, ceil: true),
                _ => x,
            };
        }

        return x.GlobalAvgPool().Dense("Dense1");
    }
}
