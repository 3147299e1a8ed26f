namespace NetDsl;

/// <summary>The shape of a picture as a sample.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Channels">Values of a pixel.</param>
public readonly record struct SampleShape(int Height, int Width, int Channels)
{
    /// <summary>Number of floats.</summary>
    /// <exception cref="ArgumentException">A dimension is below 1, or there are too many.</exception>
    public int Length => SampleGeometry.Length(Height, Width, Channels);

    /// <inheritdoc/>
    public override string ToString() => SampleGeometry.Shape(Height, Width, Channels);
}
