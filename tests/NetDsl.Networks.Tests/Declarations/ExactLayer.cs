using NetDsl;

namespace Sample.Networks;

[Network(Precision = Precision.Exact), Input(100, 150, 3)]
[Conv2d(5, 5, 200, Padding.Same)]
public sealed partial class ExactLayer;
