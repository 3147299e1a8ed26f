namespace NetDsl.Testing.Reference;

/// <summary>What the maximum and the mean over windows share: only cells of the real input count.</summary>
public abstract record ReferencePool2d(Window2d Window) : ReferenceLayer
{
    public override IEnumerable<string> Arguments =>
    [
        $"{Window.Height}, {Window.Width}",
        .. Window.Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Window.Properties(Window.Height, Window.Width),
    ];

    public override ReferenceShape Output(ReferenceShape input)
    {
        (WindowAxis rows, WindowAxis columns) = Window.Over(input);
        return new(rows.Count, columns.Count, input.Channels);
    }

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        ForEachWindow(input, (n, y, x, c, cells) => output[n, y, x, c] = Reduce(input, n, c, cells));
        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        ForEachWindow(input, (n, y, x, c, cells) => Spread(input, inputGradient, n, c, cells, outputGradient[n, y, x, c]));
        return inputGradient;
    }

    protected static Window2d DefaultStride(int height, int width, bool same) =>
        new(height, width) { Same = same, StrideHeight = height, StrideWidth = width };

    protected abstract double Reduce(Tensor input, int sample, int channel, IReadOnlyList<(int Y, int X)> cells);

    protected abstract void Spread(
        Tensor input, Tensor inputGradient, int sample, int channel, IReadOnlyList<(int Y, int X)> cells, double gradient);

    protected void ForEachWindow(Tensor input, Action<int, int, int, int, IReadOnlyList<(int Y, int X)>> visit)
    {
        (WindowAxis rows, WindowAxis columns) = Window.Over(input.Shape);
        for (int y = 0; y < rows.Count; y++)
        {
            for (int x = 0; x < columns.Count; x++)
            {
                (int, int)[] cells =
                [
                    .. from ky in Enumerable.Range(0, Window.Height)
                       from kx in Enumerable.Range(0, Window.Width)
                       let cell = (Y: rows.Cell(y, ky), X: columns.Cell(x, kx))
                       where input.Covers(cell.Y, cell.X)
                       select cell,
                ];
                for (int n = 0; n < input.Batch; n++)
                {
                    for (int c = 0; c < input.Channels; c++)
                    {
                        visit(n, y, x, c, cells);
                    }
                }
            }
        }
    }
}
