namespace NetDsl.Testing.Reference;

/// <summary>Zeros around a sequence, an image or a volume: before and after for each of its dimensions, outermost first.</summary>
public sealed record ReferenceZeroPad(params int[] Pads) : ReferenceLayer
{
    public override string Kind => $"ZeroPad{Pads.Length / 2}d";

    public override IEnumerable<string> Arguments => [string.Join(", ", Pads)];

    public override ReferenceShape Output(ReferenceShape input)
    {
        (int depth, int height, int width) = (input.Depth + Sum(2), input.Height + Sum(1), input.Width + Sum(0));
        return new(input.Rank, depth, height, width, input.Channels);
    }

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        ForEach(input, (n, z, y, x, c) => output[n, z + Before(2), y + Before(1), x + Before(0), c] = input[n, z, y, x, c]);
        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        ForEach(input, (n, z, y, x, c) => inputGradient[n, z, y, x, c] = outputGradient[n, z + Before(2), y + Before(1), x + Before(0), c]);
        return inputGradient;
    }

    /// <summary>Zeros before a dimension, counted from the innermost; none where the rank lacks it.</summary>
    private int Before(int dimension) => 2 * (dimension + 1) <= Pads.Length ? Pads[Pads.Length - (2 * (dimension + 1))] : 0;

    private int Sum(int dimension) => 2 * (dimension + 1) <= Pads.Length ? Before(dimension) + Pads[Pads.Length - (2 * dimension) - 1] : 0;

    private static void ForEach(Tensor tensor, Action<int, int, int, int, int> visit)
    {
        for (int i = 0; i < tensor.Values.Length; i++)
        {
            int cell = i / tensor.Channels, row = cell / tensor.Width, slice = row / tensor.Height;
            visit(slice / tensor.Depth, slice % tensor.Depth, row % tensor.Height, cell % tensor.Width, i % tensor.Channels);
        }
    }
}
