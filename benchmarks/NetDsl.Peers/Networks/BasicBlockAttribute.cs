using NetDsl.Peers.Onnx;

namespace NetDsl.Peers;

/// <summary>
/// Two 3x3 convolutions beside a shortcut, padded by one cell on every side also where they stride, as torch's networks are (He et
/// al. 2015, "Deep Residual Learning for Image Recognition", figure 5 left).
/// </summary>
public sealed class BasicBlockAttribute : BlockAttribute
{
    /// <summary>A residual block.</summary>
    /// <param name="width">Filters of both convolutions.</param>
    /// <param name="stride">Stride of the first convolution and of the shortcut.</param>
    [Branch]
    [Conv2d(3, 3, nameof(width), Pad = 1, Stride = nameof(stride), Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Conv2d(3, 3, nameof(width), Pad = 1, Bias = false, Init = Initializer.HeNormal), BatchNorm]
    [Branch]
    [Shortcut(nameof(width), Stride = nameof(stride))]
    [Add, Relu]
    public BasicBlockAttribute(int width, int stride = 1)
    {
    }

    internal static OnnxValue Export(OnnxValue x, string block, int stride) => x
        .Conv($"{block}.Conv2d1", stride, pad: 1).BatchNorm($"{block}.BatchNorm1").Relu()
        .Conv($"{block}.Conv2d2", pad: 1).BatchNorm($"{block}.BatchNorm2")
        .Add(x.Shortcut($"{block}.Shortcut1", stride)).Relu();
}
