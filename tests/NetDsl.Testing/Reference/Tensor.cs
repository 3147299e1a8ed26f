namespace NetDsl.Testing.Reference;

/// <summary>A batch of samples in double precision, batch x depth x height x width x channels; dimensions that a rank lacks are 1.</summary>
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

    public int Depth => Shape.Depth;

    public int Height => Shape.Height;

    public int Width => Shape.Width;

    public int Channels => Shape.Channels;

    public double this[int sample, int y, int x, int channel]
    {
        get => this[sample, 0, y, x, channel];
        set => this[sample, 0, y, x, channel] = value;
    }

    public double this[int sample, int z, int y, int x, int channel]
    {
        get => Values[Index(sample, z, y, x, channel)];
        set => Values[Index(sample, z, y, x, channel)] = value;
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

    public bool Covers(int y, int x) => Covers(0, y, x);

    public bool Covers(int z, int y, int x) => z >= 0 && z < Depth && y >= 0 && y < Height && x >= 0 && x < Width;

    public float[] ToSingle() => Array.ConvertAll(Values, value => (float)value);

    /// <summary>Where a value stands.</summary>
    public int Index(int sample, int z, int y, int x, int channel) =>
        (((((((sample * Depth) + z) * Height) + y) * Width) + x) * Channels) + channel;
}
