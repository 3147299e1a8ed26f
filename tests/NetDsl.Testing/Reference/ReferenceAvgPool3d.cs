namespace NetDsl.Testing.Reference;

/// <summary>The mean of every window's real cells.</summary>
public sealed record ReferenceAvgPool3d(Window3d Window) : ReferencePool3d(Window)
{
    public ReferenceAvgPool3d(int depth, int height, int width, bool same = false)
        : this(DefaultStride(depth, height, width, same))
    {
    }

    public override string Kind => "AvgPool3d";

    protected override double[] Weights(double[] values) => Array.ConvertAll(values, _ => 1.0 / values.Length);
}
