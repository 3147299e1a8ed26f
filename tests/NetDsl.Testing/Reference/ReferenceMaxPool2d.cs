namespace NetDsl.Testing.Reference;

/// <summary>The maximum of every window; the first one in row-major order takes the gradient.</summary>
public sealed record ReferenceMaxPool2d(Window2d Window) : ReferencePool2d(Window)
{
    public ReferenceMaxPool2d(int height, int width, bool same = false)
        : this(DefaultStride(height, width, same))
    {
    }

    public override string Kind => "MaxPool2d";

    public override double KinkDistance(Tensor input)
    {
        double nearest = double.PositiveInfinity;
        ForEachWindow(input, (n, _, _, c, cells) =>
        {
            double first = Reduce(input, n, c, cells);
            foreach ((int y, int x) in cells)
            {
                // Equal values are decided by order alone, so only a small gap is dangerous.
                double gap = first - input[n, y, x, c];
                nearest = gap == 0 ? nearest : Math.Min(nearest, gap);
            }
        });
        return nearest;
    }

    protected override double Reduce(Tensor input, int sample, int channel, IReadOnlyList<(int Y, int X)> cells)
    {
        (int y, int x) = Winner(input, sample, channel, cells);
        return input[sample, y, x, channel];
    }

    protected override void Spread(
        Tensor input, Tensor inputGradient, int sample, int channel, IReadOnlyList<(int Y, int X)> cells, double gradient)
    {
        (int y, int x) = Winner(input, sample, channel, cells);
        inputGradient[sample, y, x, channel] += gradient;
    }

    private static (int Y, int X) Winner(Tensor input, int sample, int channel, IReadOnlyList<(int Y, int X)> cells)
    {
        (int Y, int X) winner = cells[0];
        foreach ((int y, int x) in cells)
        {
            if (input[sample, y, x, channel] > input[sample, winner.Y, winner.X, channel])
            {
                winner = (y, x);
            }
        }

        return winner;
    }
}
