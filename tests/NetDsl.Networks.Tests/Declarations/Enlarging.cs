using NetDsl;

namespace Sample.Networks;

/// <summary>Cells that come apart in a pool and together again by repetition.</summary>
[Network(Training = false)]
[Input(8, 12, 1)]
[Conv2d(3, 3, 2), MaxPool2d(2, 2)]
[Upsample2d(2), Conv2d(3, 3, 2), Upsample2d(3), Conv2d(4, 4, 1)]
public sealed partial class Enlarging;
