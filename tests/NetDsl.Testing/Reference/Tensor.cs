namespace NetDsl.Testing.Reference;

/// <summary>A batch of samples in double precision, batch x height x width x channels; a vector is 1 x 1 x features.</summary>
public sealed class Tensor(int batch, ReferenceShape shape, double[] values)
{
    public Tensor(int batch, ReferenceShape shape)
        : this(batch, shape, new double[batch * shape.Length])
    {
    }

    public int Batch { get; } = batch;

    public ReferenceShape Shape { get; } = shape;

    public double[] Values { get; } = values.Length == batch * shape.Length
        ? values
        : throw new ArgumentException($"{values.Length} values do not make {batch} samples of {shape}", nameof(values));

    public int Height => Shape.Height;

    public int Width => Shape.Width;

    public int Channels => Shape.Channels;

    public double this[int sample, int y, int x, int channel]
    {
        get => Values[Index(sample, y, x, channel)];
        set => Values[Index(sample, y, x, channel)] = value;
    }

    public static Tensor From(ReferenceShape shape, ReadOnlySpan<float> values)
    {
        var wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = values[i];
        }

        return new Tensor(wide.Length / shape.Length, shape, wide);
    }

    public bool Covers(int y, int x) => y >= 0 && y < Height && x >= 0 && x < Width;

    public float[] ToSingle() => Array.ConvertAll(Values, value => (float)value);

    private int Index(int sample, int y, int x, int channel) => ((((sample * Height) + y) * Width + x) * Channels) + channel;
}
