using NetDsl.Peers.Onnx;

namespace NetDsl.Peers;

/// <summary>
/// 1x1 and 3x3 convolutions, each with batch normalisation, and a pool side by side. A 3x3 convolution stands where the paper has a
/// 5x5 one (Szegedy et al. 2014, "Going Deeper with Convolutions"), as widespread implementations have it.
/// </summary>
public sealed class InceptionAttribute : BlockAttribute
{
    /// <summary>An inception block.</summary>
    /// <param name="ones">Filters of the 1x1 convolution.</param>
    /// <param name="reduce">Filters of the reduction before the first 3x3 convolution.</param>
    /// <param name="threes">Filters of the first 3x3 convolution.</param>
    /// <param name="fewReduce">Filters of the reduction before the second 3x3 convolution.</param>
    /// <param name="few">Filters of the second 3x3 convolution.</param>
    /// <param name="pool">Filters of the projection behind the pool.</param>
    [Branch]
    [Conv2d(1, 1, nameof(ones), Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Branch]
    [Conv2d(1, 1, nameof(reduce), Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Conv2d(3, 3, nameof(threes), Pad = 1, Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Branch]
    [Conv2d(1, 1, nameof(fewReduce), Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Conv2d(3, 3, nameof(few), Pad = 1, Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Branch]
    [MaxPool2d(3, 3, Stride = 1, Pad = 1)]
    [Conv2d(1, 1, nameof(pool), Bias = false, Init = Initializer.HeNormal), BatchNorm, Relu]
    [Concat]
    public InceptionAttribute(int ones, int reduce, int threes, int fewReduce, int few, int pool)
    {
    }

    internal static OnnxValue Export(OnnxValue x, string block)
    {
        OnnxValue Unit(OnnxValue input, int number, int pad = 0) =>
            input.Conv($"{block}.Conv2d{number}", pad: pad).BatchNorm($"{block}.BatchNorm{number}").Relu();
        return OnnxValue.Concat(
            Unit(x, 1),
            Unit(Unit(x, 2), 3, pad: 1),
            Unit(Unit(x, 4), 5, pad: 1),
            Unit(x.MaxPool(3, stride: 1, pad: 1), 6));
    }
}
