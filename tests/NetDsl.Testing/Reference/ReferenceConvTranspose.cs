namespace NetDsl.Testing.Reference;

/// <summary>
/// Transposed convolution over one to three dimensions, weights spatial x out x in: every cell is spread over its neighbourhood,
/// and of what arises the part that the padding leaves is kept.
/// </summary>
/// <param name="Kernel">Cells of the kernel along each dimension; as many as the input has dimensions.</param>
/// <param name="Filters">Output channels.</param>
public sealed record ReferenceConvTranspose(int[] Kernel, int Filters) : ReferenceVolumeConvolution(Filters)
{
    public bool Same { get; init; }

    /// <summary>The stride of each dimension; 1 where there is none.</summary>
    public int[] Strides { get; init; } = [];

    public int OutputPadding { get; init; }

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

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input) => WithBias([.. Kernel, Filters, input.Channels]);

    protected override void ForEachProduct(Tensor input, Tensor output, Product visit)
    {
        foreach (var at in CellsAndTaps(input, Tap(0), Tap(1), Tap(2)))
        {
            (int z, int y, int x) = (Target(0, at.Z, at.TapZ), Target(1, at.Y, at.TapY), Target(2, at.X, at.TapX));
            for (int o = 0; o < Filters && output.Covers(z, y, x); o++)
            {
                for (int i = 0; i < input.Channels; i++)
                {
                    visit(input.Index(at.N, at.Z, at.Y, at.X, i), output.Index(at.N, z, y, x, o), (((at.Tap * Filters) + o) * input.Channels) + i);
                }
            }
        }
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

    /// <summary>The output cell that a cell reaches by a tap; it may lie outside the output.</summary>
    private int Target(int dimension, int cell, int tap) => (cell * Stride(dimension)) + tap - Crop(dimension);
}
