using NetDsl.Peers.Onnx;

namespace NetDsl.Peers;

// Single layers with bias, a network each: first and middle layers of the networks beside this file, and one picture at its full size.

/// <summary>100 x 150 x 3 becomes 100 x 150 x 200.</summary>
[Network(Training = false)]
[Input(100, 150, 3), Conv2d(5, 5, 200, Pad = 2)]
public sealed partial class Conv5x5Of3To200
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(100, 150, 3).Conv("Conv2d1", pad: 2);
}

/// <summary>56 x 56 x 64 becomes 56 x 56 x 64.</summary>
[Network]
[Input(56, 56, 64), Conv2d(3, 3, 64, Pad = 1)]
public sealed partial class Conv3x3Of64To64
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(56, 56, 64).Conv("Conv2d1", pad: 1);
}

/// <summary>28 x 28 x 128 becomes 28 x 28 x 128.</summary>
[Network(Training = false)]
[Input(28, 28, 128), Conv2d(3, 3, 128, Pad = 1)]
public sealed partial class Conv3x3Of128To128
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(28, 28, 128).Conv("Conv2d1", pad: 1);
}

/// <summary>14 x 14 x 256 becomes 14 x 14 x 256.</summary>
[Network(Training = false)]
[Input(14, 14, 256), Conv2d(3, 3, 256, Pad = 1)]
public sealed partial class Conv3x3Of256To256
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(14, 14, 256).Conv("Conv2d1", pad: 1);
}

/// <summary>7 x 7 x 512 becomes 7 x 7 x 512.</summary>
[Network(Training = false)]
[Input(7, 7, 512), Conv2d(3, 3, 512, Pad = 1)]
public sealed partial class Conv3x3Of512To512
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(7, 7, 512).Conv("Conv2d1", pad: 1);
}

/// <summary>56 x 56 x 256 becomes 56 x 56 x 64.</summary>
[Network(Training = false)]
[Input(56, 56, 256), Conv2d(1, 1, 64)]
public sealed partial class Conv1x1Of256To64
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(56, 56, 256).Conv("Conv2d1");
}

/// <summary>56 x 56 x 64 becomes 56 x 56 x 256.</summary>
[Network(Training = false)]
[Input(56, 56, 64), Conv2d(1, 1, 256)]
public sealed partial class Conv1x1Of64To256
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(56, 56, 64).Conv("Conv2d1");
}

/// <summary>224 x 224 x 3 becomes 112 x 112 x 64.</summary>
[Network(Training = false)]
[Input(224, 224, 3), Conv2d(7, 7, 64, Stride = 2, Pad = 3)]
public sealed partial class Conv7x7Of3To64
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(224, 224, 3).Conv("Conv2d1", stride: 2, pad: 3);
}

/// <summary>227 x 227 x 3 becomes 55 x 55 x 96.</summary>
[Network(Training = false)]
[Input(227, 227, 3), Conv2d(11, 11, 96, Stride = 4)]
public sealed partial class Conv11x11Of3To96
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(227, 227, 3).Conv("Conv2d1", stride: 4);
}

/// <summary>32 x 32 x 1 becomes 28 x 28 x 6.</summary>
[Network(Training = false)]
[Input(32, 32, 1), Conv2d(5, 5, 6)]
public sealed partial class Conv5x5Of1To6
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(32, 32, 1).Conv("Conv2d1");
}

/// <summary>14 x 14 x 6 becomes 10 x 10 x 16.</summary>
[Network(Training = false)]
[Input(14, 14, 6), Conv2d(5, 5, 16)]
public sealed partial class Conv5x5Of6To16
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(14, 14, 6).Conv("Conv2d1");
}

/// <summary>56 x 56 x 128 becomes 56 x 56 x 128.</summary>
[Network(Training = false)]
[Input(56, 56, 128), DepthwiseConv2d(3, 3, Pad = 1)]
public sealed partial class Depthwise3x3Of128
{
    internal static OnnxValue Export(OnnxGraph onnx) => onnx.Input(56, 56, 128).DepthwiseConv("DepthwiseConv2d1", pad: 1);
}
