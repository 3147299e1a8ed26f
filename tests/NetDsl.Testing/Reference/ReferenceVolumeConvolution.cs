namespace NetDsl.Testing.Reference;

/// <summary>
/// What a convolution over up to three dimensions and the transposed one share: sums of products, each of an input value, a weight
/// and the output value that it is part of.
/// </summary>
public abstract record ReferenceVolumeConvolution(int Filters) : ReferenceLayer
{
    public bool Bias { get; init; } = true;

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        for (int i = 0; i < output.Values.Length; i++)
        {
            output.Values[i] = Bias ? parameters[1][i % Filters] : 0;
        }

        ForEachProduct(input, output, (x, y, w) => output.Values[y] += input.Values[x] * parameters[0][w]);
        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        ForEachProduct(input, output, (x, y, w) =>
        {
            inputGradient.Values[x] += outputGradient.Values[y] * parameters[0][w];
            gradients[0][w] += outputGradient.Values[y] * input.Values[x];
        });
        for (int i = 0; i < output.Values.Length && Bias; i++)
        {
            gradients[1][i % Filters] += outputGradient.Values[i];
        }

        return inputGradient;
    }

    protected delegate void Product(int input, int output, int weight);

    /// <summary>Visits every product by the places of its input value, its output value and its weight.</summary>
    protected abstract void ForEachProduct(Tensor input, Tensor output, Product visit);

    /// <summary>Weight and bias.</summary>
    protected IReadOnlyList<(string Name, int[] Shape)> WithBias(params int[] weight) =>
        [("weight", weight), .. Bias ? [("bias", [Filters])] : Array.Empty<(string, int[])>()];

    /// <summary>Every cell of a batch with every tap of a kernel, and the number of the tap.</summary>
    protected static IEnumerable<(int N, int Z, int Y, int X, int TapZ, int TapY, int TapX, int Tap)> CellsAndTaps(Tensor cells, int depth, int height, int width) =>
        from n in Enumerable.Range(0, cells.Batch)
        from z in Enumerable.Range(0, cells.Depth)
        from y in Enumerable.Range(0, cells.Height)
        from x in Enumerable.Range(0, cells.Width)
        from kz in Enumerable.Range(0, depth)
        from ky in Enumerable.Range(0, height)
        from kx in Enumerable.Range(0, width)
        select (n, z, y, x, kz, ky, kx, (((kz * height) + ky) * width) + kx);
}
