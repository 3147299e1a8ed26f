namespace NetDsl.Testing.Reference;

/// <summary>The mean of every window's real cells.</summary>
public sealed record ReferenceAvgPool2d(Window2d Window) : ReferencePool2d(Window)
{
    public ReferenceAvgPool2d(int height, int width, bool same = false)
        : this(DefaultStride(height, width, same))
    {
    }

    public override string Kind => "AvgPool2d";

    protected override double Reduce(Tensor input, int sample, int channel, IReadOnlyList<(int Y, int X)> cells) =>
        cells.Average(cell => input[sample, cell.Y, cell.X, channel]);

    protected override void Spread(
        Tensor input, Tensor inputGradient, int sample, int channel, IReadOnlyList<(int Y, int X)> cells, double gradient)
    {
        foreach ((int y, int x) in cells)
        {
            inputGradient[sample, y, x, channel] += gradient / cells.Count;
        }
    }
}
