namespace NetDsl.Kernels.Benchmarks;

// One layer each, so that a prediction is one kernel.

/// <summary>5x5, few channels in: the direct form with filters in the lanes.</summary>
[Network(Training = false)]
[Input(56, 56, 3), Conv2d(5, 5, 64, Padding.Same)]
public sealed partial class Direct5x5;

/// <summary>3x3 in the direct form, which Precision.Exact asks for.</summary>
[Network(Training = false, Precision = Precision.Exact)]
[Input(56, 56, 64), Conv2d(3, 3, 64, Padding.Same)]
public sealed partial class Direct3x3;

/// <summary>The same by Winograd's minimal filtering.</summary>
[Network(Training = false)]
[Input(56, 56, 64), Conv2d(3, 3, 64, Padding.Same)]
public sealed partial class Winograd3x3;

/// <summary>1x1: a product of matrices.</summary>
[Network(Training = false)]
[Input(56, 56, 64), Conv2d(1, 1, 256)]
public sealed partial class Pointwise;

/// <summary>3x3, each channel by itself.</summary>
[Network(Training = false)]
[Input(56, 56, 128), DepthwiseConv2d(3, 3, Padding.Same)]
public sealed partial class Depthwise3x3;

/// <summary>A matrix times a vector: 16 MB of weights, each read once.</summary>
[Network(Training = false)]
[Input(4096), Dense(1024)]
public sealed partial class DenseOnce;
