namespace NetDsl.Testing.Reference;

/// <summary>The maximum of every window; the first one in row-major order takes the gradient.</summary>
public sealed record ReferenceMaxPool3d(Window3d Window) : ReferencePool3d(Window)
{
    public ReferenceMaxPool3d(int depth, int height, int width, bool same = false)
        : this(DefaultStride(depth, height, width, same))
    {
    }

    public override string Kind => "MaxPool3d";

    public override double KinkDistance(Tensor input)
    {
        double nearest = double.PositiveInfinity;
        ForEachWindow(input, (at, cells) =>
        {
            double[] descending = [.. cells.Select(cell => input[at.N, cell.Z, cell.Y, cell.X, at.C]).Distinct().OrderDescending()];
            nearest = descending.Length < 2 ? nearest : Math.Min(nearest, descending[0] - descending[1]);
        });
        return nearest;
    }

    protected override double[] Weights(double[] values)
    {
        int first = Array.IndexOf(values, values.Max());
        return [.. values.Select((_, i) => i == first ? 1.0 : 0.0)];
    }
}
