using NetDsl;

namespace Sample.Networks;

/// <summary>Dense weights that exceed the caches, which batches read once for a group of samples.</summary>
[Network(Training = false), Input(1100)]
[Dense(300), Relu, Dense(10), SoftmaxCrossEntropy]
public sealed partial class Streamed;
