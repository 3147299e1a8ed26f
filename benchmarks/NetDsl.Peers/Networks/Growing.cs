namespace NetDsl.Peers;

// One 3x3 convolution at many sizes: channels doubled at 28 x 28, then height and width doubled at 64 channels.

/// <summary>28 x 28 x 8 becomes 28 x 28 x 8.</summary>
[Network(Training = false)]
[Input(28, 28, 8), Conv2d(3, 3, 8, Padding.Same)]
public sealed partial class Channels8;

/// <summary>28 x 28 x 16 becomes 28 x 28 x 16.</summary>
[Network(Training = false)]
[Input(28, 28, 16), Conv2d(3, 3, 16, Padding.Same)]
public sealed partial class Channels16;

/// <summary>28 x 28 x 32 becomes 28 x 28 x 32.</summary>
[Network(Training = false)]
[Input(28, 28, 32), Conv2d(3, 3, 32, Padding.Same)]
public sealed partial class Channels32;

/// <summary>28 x 28 x 64 becomes 28 x 28 x 64.</summary>
[Network(Training = false)]
[Input(28, 28, 64), Conv2d(3, 3, 64, Padding.Same)]
public sealed partial class Channels64;

/// <summary>28 x 28 x 128 becomes 28 x 28 x 128.</summary>
[Network(Training = false)]
[Input(28, 28, 128), Conv2d(3, 3, 128, Padding.Same)]
public sealed partial class Channels128;

/// <summary>28 x 28 x 256 becomes 28 x 28 x 256.</summary>
[Network(Training = false)]
[Input(28, 28, 256), Conv2d(3, 3, 256, Padding.Same)]
public sealed partial class Channels256;

/// <summary>28 x 28 x 512 becomes 28 x 28 x 512.</summary>
[Network(Training = false)]
[Input(28, 28, 512), Conv2d(3, 3, 512, Padding.Same)]
public sealed partial class Channels512;

/// <summary>8 x 8 x 64 becomes 8 x 8 x 64.</summary>
[Network(Training = false)]
[Input(8, 8, 64), Conv2d(3, 3, 64, Padding.Same)]
public sealed partial class Side8;

/// <summary>16 x 16 x 64 becomes 16 x 16 x 64.</summary>
[Network(Training = false)]
[Input(16, 16, 64), Conv2d(3, 3, 64, Padding.Same)]
public sealed partial class Side16;

/// <summary>32 x 32 x 64 becomes 32 x 32 x 64.</summary>
[Network(Training = false)]
[Input(32, 32, 64), Conv2d(3, 3, 64, Padding.Same)]
public sealed partial class Side32;

/// <summary>64 x 64 x 64 becomes 64 x 64 x 64.</summary>
[Network(Training = false)]
[Input(64, 64, 64), Conv2d(3, 3, 64, Padding.Same)]
public sealed partial class Side64;

/// <summary>128 x 128 x 64 becomes 128 x 128 x 64.</summary>
[Network(Training = false)]
[Input(128, 128, 64), Conv2d(3, 3, 64, Padding.Same)]
public sealed partial class Side128;

/// <summary>256 x 256 x 64 becomes 256 x 256 x 64.</summary>
[Network(Training = false)]
[Input(256, 256, 64), Conv2d(3, 3, 64, Padding.Same)]
public sealed partial class Side256;

/// <summary>512 x 512 x 64 becomes 512 x 512 x 64.</summary>
[Network(Training = false)]
[Input(512, 512, 64), Conv2d(3, 3, 64, Padding.Same)]
public sealed partial class Side512;
