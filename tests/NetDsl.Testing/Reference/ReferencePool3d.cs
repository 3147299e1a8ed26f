namespace NetDsl.Testing.Reference;

/// <summary>What the maximum and the mean over windows of a volume share: only cells of the real input count.</summary>
public abstract record ReferencePool3d(Window3d Window) : ReferenceLayer
{
    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Depth}, {Window.Plane.Height}, {Window.Plane.Width}",
        .. Window.Plane.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(Window.Depth, Window.Plane.Height, Window.Plane.Width),
    ];

    public override ReferenceShape Output(ReferenceShape input)
    {
        (WindowAxis slices, WindowAxis rows, WindowAxis columns) = Window.Over(input);
        return ReferenceShape.Volume(slices.Count, rows.Count, columns.Count, input.Channels);
    }

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        ForEachWindow(input, (at, cells) => output[at.N, at.Z, at.Y, at.X, at.C] = cells.Sum(cell => cell.Weight * input[at.N, cell.Z, cell.Y, cell.X, at.C]));
        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        ForEachWindow(input, (at, cells) =>
        {
            foreach ((int z, int y, int x, double weight) in cells)
            {
                inputGradient[at.N, z, y, x, at.C] += weight * outputGradient[at.N, at.Z, at.Y, at.X, at.C];
            }
        });
        return inputGradient;
    }

    protected static Window3d DefaultStride(int depth, int height, int width, bool same) =>
        new(depth, new Window2d(height, width) { Same = same, StrideHeight = height, StrideWidth = width }) { StrideDepth = depth };

    /// <summary>The weight of every value of a window in the result.</summary>
    protected abstract double[] Weights(double[] values);

    /// <summary>Visits every window of every sample and channel, with its real cells and their weights.</summary>
    protected void ForEachWindow(
        Tensor input, Action<(int N, int Z, int Y, int X, int C), IReadOnlyList<(int Z, int Y, int X, double Weight)>> visit)
    {
        (WindowAxis slices, WindowAxis rows, WindowAxis columns) = Window.Over(input.Shape);
        foreach ((int z, int y, int x) in All(slices.Count, rows.Count, columns.Count))
        {
            (int Z, int Y, int X)[] cells =
            [
                .. All(Window.Depth, Window.Plane.Height, Window.Plane.Width)
                    .Select(tap => (slices.Cell(z, tap.Z), rows.Cell(y, tap.Y), columns.Cell(x, tap.X)))
                    .Where(cell => input.Covers(cell.Item1, cell.Item2, cell.Item3)),
            ];
            for (int n = 0; n < input.Batch; n++)
            {
                for (int c = 0; c < input.Channels; c++)
                {
                    double[] weights = Weights([.. cells.Select(cell => input[n, cell.Z, cell.Y, cell.X, c])]);
                    visit((n, z, y, x, c), [.. cells.Select((cell, i) => (cell.Z, cell.Y, cell.X, weights[i]))]);
                }
            }
        }
    }

    private static IEnumerable<(int Z, int Y, int X)> All(int depth, int height, int width) =>
        from z in Enumerable.Range(0, depth)
        from y in Enumerable.Range(0, height)
        from x in Enumerable.Range(0, width)
        select (z, y, x);
}
