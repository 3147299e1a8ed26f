namespace NetDsl.Testing.Reference;

/// <summary>
/// Transposed convolution over one to three dimensions, weights spatial x out x in: every cell is spread over its neighbourhood,
/// and of what arises the part that the padding leaves is kept.
/// </summary>
/// <param name="Kernel">Cells of the kernel along each dimension; as many as the input has dimensions.</param>
/// <param name="Filters">Output channels.</param>
public sealed record ReferenceConvTranspose(int[] Kernel, int Filters) : ReferenceLayer
{
    public bool Same { get; init; }

    /// <summary>The stride of each dimension; 1 where there is none.</summary>
    public int[] Strides { get; init; } = [];

    public int OutputPadding { get; init; }

    public bool Bias { get; init; } = true;

    public override string Kind => $"Conv{Kernel.Length}dTranspose";

    public override IEnumerable<string> Arguments =>
    [
        string.Join(", ", [.. Kernel, Filters]),
        .. Same ? ["Padding.Same"] : Array.Empty<string>(),
        .. Enumerable.Range(3 - Kernel.Length, Kernel.Length).Where(d => Stride(d) != 1).Select(d => $"{StrideName(d)} = {Stride(d)}"),
        .. OutputPadding == 0 ? Array.Empty<string>() : [$"OutputPadding = {OutputPadding}"],
        .. Bias ? Array.Empty<string>() : ["Bias = false"],
    ];

    public override ReferenceShape Output(ReferenceShape input) =>
        new(input.Rank, Length(0, input.Depth), Length(1, input.Height), Length(2, input.Width), Filters);

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input) =>
    [
        ("weight", [.. Kernel, Filters, input.Channels]),
        .. Bias ? [("bias", [Filters])] : Array.Empty<(string, int[])>(),
    ];

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

    // Dimensions count from slices to columns; those that the layer lacks have a kernel of one cell.
    private int Tap(int dimension) => dimension + Kernel.Length < 3 ? 1 : Kernel[dimension + Kernel.Length - 3];

    private int Stride(int dimension) => Strides.Length == 0 || dimension + Kernel.Length < 3 ? 1 : Strides[dimension + Kernel.Length - 3];

    private string StrideName(int dimension) => Kernel.Length == 1 ? "Stride" : "Stride" + new[] { "Depth", "Height", "Width" }[dimension];

    private int Length(int dimension, int input)
    {
        int padding = dimension + Kernel.Length < 3 ? 0 : OutputPadding;
        return padding + (Same ? input * Stride(dimension) : ((input - 1) * Stride(dimension)) + Math.Max(Tap(dimension), Stride(dimension)));
    }

    /// <summary>Cells cut off at the beginning: half of what the kernels overlap.</summary>
    private int Crop(int dimension) => Same ? Math.Max(Tap(dimension) - Stride(dimension), 0) / 2 : 0;

    private delegate void Product(int input, int output, int weight);

    /// <summary>Visits every product of an input value and a weight, with the output value that it is part of.</summary>
    private void ForEachProduct(Tensor input, Tensor output, Product visit)
    {
        var taps = from kz in Enumerable.Range(0, Tap(0))
                   from ky in Enumerable.Range(0, Tap(1))
                   from kx in Enumerable.Range(0, Tap(2))
                   select (kz, ky, kx, Number: (((kz * Tap(1)) + ky) * Tap(2)) + kx);
        var cells = from n in Enumerable.Range(0, input.Batch)
                    from z in Enumerable.Range(0, input.Depth)
                    from y in Enumerable.Range(0, input.Height)
                    from x in Enumerable.Range(0, input.Width)
                    select (n, z, y, x);
        foreach ((int n, int z, int y, int x) in cells)
        {
            foreach ((int kz, int ky, int kx, int tap) in taps)
            {
                int oz = (z * Stride(0)) + kz - Crop(0), oy = (y * Stride(1)) + ky - Crop(1), ox = (x * Stride(2)) + kx - Crop(2);
                for (int o = 0; o < Filters && output.Covers(oz, oy, ox); o++)
                {
                    for (int i = 0; i < input.Channels; i++)
                    {
                        visit(input.Index(n, z, y, x, i), output.Index(n, oz, oy, ox, o), (((tap * Filters) + o) * input.Channels) + i);
                    }
                }
            }
        }
    }
}
