namespace NetDsl.Testing.Reference;

/// <summary>Sums over windows side by side, times a coefficient and plus a bias of each channel's own.</summary>
public sealed record ReferenceTrainableSubsample2d(int WindowHeight, int WindowWidth) : ReferenceLayer
{
    public override string Kind => "TrainableSubsample2d";

    public override IEnumerable<string> Arguments => [$"{WindowHeight}, {WindowWidth}"];

    public override ReferenceShape Output(ReferenceShape input) => new(input.Height / WindowHeight, input.Width / WindowWidth, input.Channels);

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input) =>
        [("coefficient", [input.Channels]), ("bias", [input.Channels])];

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        ForEachOutput(output, (n, y, x, c) => output[n, y, x, c] = (parameters[0][c] * Sum(input, n, y, x, c)) + parameters[1][c]);
        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        ForEachOutput(output, (n, y, x, c) =>
        {
            double gradient = outputGradient[n, y, x, c];
            gradients[0][c] += gradient * Sum(input, n, y, x, c);
            gradients[1][c] += gradient;
            foreach ((int cellY, int cellX) in Cells(y, x))
            {
                inputGradient[n, cellY, cellX, c] += gradient * parameters[0][c];
            }
        });
        return inputGradient;
    }

    private static void ForEachOutput(Tensor output, Action<int, int, int, int> visit)
    {
        for (int i = 0; i < output.Values.Length; i++)
        {
            int cell = i / output.Channels, row = cell / output.Width;
            visit(row / output.Height, row % output.Height, cell % output.Width, i % output.Channels);
        }
    }

    private double Sum(Tensor input, int n, int y, int x, int c) => Cells(y, x).Sum(cell => input[n, cell.Y, cell.X, c]);

    private IEnumerable<(int Y, int X)> Cells(int y, int x) =>
        from ky in Enumerable.Range(0, WindowHeight)
        from kx in Enumerable.Range(0, WindowWidth)
        select ((y * WindowHeight) + ky, (x * WindowWidth) + kx);
}
