namespace NetDsl.Testing.Reference;

/// <summary>Every cell of the output is the one of the input that it lies over.</summary>
public sealed record ReferenceUpsample2d(int Factor) : ReferenceLayer
{
    public override string Kind => "Upsample2d";

    public override IEnumerable<string> Arguments => [$"{Factor}"];

    public override ReferenceShape Output(ReferenceShape input) => new(input.Height * Factor, input.Width * Factor, input.Channels);

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        ForEach(output, (n, y, x, c) => output[n, y, x, c] = input[n, y / Factor, x / Factor, c]);
        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        ForEach(outputGradient, (n, y, x, c) => inputGradient[n, y / Factor, x / Factor, c] += outputGradient[n, y, x, c]);
        return inputGradient;
    }

    private static void ForEach(Tensor tensor, Action<int, int, int, int> visit)
    {
        for (int n = 0; n < tensor.Batch; n++)
        {
            for (int y = 0; y < tensor.Height; y++)
            {
                for (int x = 0; x < tensor.Width; x++)
                {
                    for (int c = 0; c < tensor.Channels; c++)
                    {
                        visit(n, y, x, c);
                    }
                }
            }
        }
    }
}
