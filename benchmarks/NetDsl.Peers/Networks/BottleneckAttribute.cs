using NetDsl.Peers.Onnx;

namespace NetDsl.Peers;

/// <summary>
/// 1x1, 3x3 and 1x1 convolutions beside a shortcut, the 3x3 one padded by one cell on every side also where it strides, as torch's
/// networks are (He et al. 2015, "Deep Residual Learning for Image Recognition", figure 5 right).
/// </summary>
public sealed class BottleneckAttribute : BlockAttribute
{
    /// <summary>A residual block.</summary>
    /// <param name="width">Filters of the first two convolutions, a quarter of the output's channels.</param>
    /// <param name="stride">Stride of the 3x3 convolution and of the shortcut.</param>
    [Branch]
    [Conv2d(1, 1, nameof(width), Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Conv2d(3, 3, nameof(width), Pad = 1, Stride = nameof(stride), Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Conv2d(1, 1, $"4*{nameof(width)}", Bias = false, Init = Initializer.HeNormal), BatchNorm]
    [Branch]
    [Shortcut($"4*{nameof(width)}", Stride = nameof(stride))]
    [Add, Relu]
    public BottleneckAttribute(int width, int stride = 1)
    {
    }

    internal static OnnxValue Export(OnnxValue x, string block, int stride) => x
        .Conv($"{block}.Conv2d1").BatchNorm($"{block}.BatchNorm1").Relu()
        .Conv($"{block}.Conv2d2", stride, pad: 1).BatchNorm($"{block}.BatchNorm2").Relu()
        .Conv($"{block}.Conv2d3").BatchNorm($"{block}.BatchNorm3")
        .Add(x.Shortcut($"{block}.Shortcut1", stride)).Relu();
}
