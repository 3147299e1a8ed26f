namespace NetDsl;

/// <summary>A sample on its way through transforms: its values, and room for a result that cannot be made in place.</summary>
public sealed class SampleBuffer
{
    private float[] values = [];
    private float[] result = [];
    private SampleShape resultShape;

    /// <summary>The shape of the sample now.</summary>
    public SampleShape Shape { get; private set; }

    /// <summary>Height x width x channels floats, row by row, the channels of a pixel side by side.</summary>
    public Span<float> Values => values.AsSpan(0, Shape.Length);

    /// <summary>Room for a result, beside <see cref="Values"/>; what it holds is not defined.</summary>
    /// <param name="shape">The result's shape.</param>
    public Span<float> BeginResult(SampleShape shape)
    {
        resultShape = shape;
        return Room(ref result, shape);
    }

    /// <summary>Makes what was written to <see cref="BeginResult"/> the sample.</summary>
    public void UseResult()
    {
        (values, result) = (result, values);
        Shape = resultShape;
    }

    /// <summary>Begins anew with a sample of a shape.</summary>
    internal Span<float> Begin(SampleShape shape)
    {
        Shape = shape;
        return Room(ref values, shape);
    }

    private static Span<float> Room(ref float[] array, SampleShape shape)
    {
        int length = shape.Length;
        if (array.Length < length)
        {
            array = new float[length];
        }

        return array.AsSpan(0, length);
    }
}
