namespace NetDsl.Testing.Reference;

/// <summary>
/// The shape of one sample. Rank 0 are features, 1 a sequence, 2 an image, 3 a volume; dimensions that a rank lacks are 1,
/// and a sequence's length is its width.
/// </summary>
public readonly record struct ReferenceShape(int Rank, int Depth, int Height, int Width, int Channels)
{
    public ReferenceShape(int height, int width, int channels)
        : this(2, 1, height, width, channels)
    {
    }

    public int Length => Depth * Height * Width * Channels;

    /// <summary>Tells features from an image of one cell.</summary>
    public bool IsVector => Rank == 0;

    public static ReferenceShape Features(int features) => new(0, 1, 1, 1, features);

    public static ReferenceShape Sequence(int length, int channels) => new(1, 1, 1, length, channels);

    public static ReferenceShape Volume(int depth, int height, int width, int channels) => new(3, depth, height, width, channels);

    /// <summary>The shape as the Input attribute takes it.</summary>
    public override string ToString() => Rank switch
    {
        0 => $"{Channels}",
        1 => $"{Width}, {Channels}",
        2 => $"{Height}, {Width}, {Channels}",
        _ => $"{Depth}, {Height}, {Width}, {Channels}",
    };
}
