namespace NetDsl.Testing.Reference;

/// <summary>The shape of one sample; <see cref="IsVector"/> tells features from a picture of one cell.</summary>
public readonly record struct ReferenceShape(int Height, int Width, int Channels, bool IsVector = false)
{
    public int Length => Height * Width * Channels;

    public static ReferenceShape Features(int features) => new(1, 1, features, true);

    /// <summary>The shape as the Input attribute takes it.</summary>
    public override string ToString() => IsVector ? $"{Channels}" : $"{Height}, {Width}, {Channels}";
}
