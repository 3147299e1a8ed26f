namespace NetDsl.Testing.Reference;

/// <summary>Squared distances from fixed codes, which a new network must have by itself.</summary>
public sealed record ReferenceRbf(string[] Codes) : ReferenceLayer
{
    public override string Kind => "Rbf";

    public override IEnumerable<string> Arguments => [$"{Codes.Length}", $"\"{string.Join(";", Codes)}\""];

    /// <summary>Random codes.</summary>
    public static ReferenceRbf Random(int outputs, int inputs, int seed)
    {
        var random = new Random(seed);
        return new([.. Enumerable.Range(0, outputs).Select(_ => new string([.. Enumerable.Range(0, inputs).Select(_ => random.Next(2) == 0 ? '+' : '-')]))]);
    }

    public override ReferenceShape Output(ReferenceShape input) => ReferenceShape.Features(Codes.Length);

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        for (int n = 0; n < input.Batch; n++)
        {
            for (int i = 0; i < Codes.Length; i++)
            {
                output[n, 0, 0, i] = Differences(input, n, i).Sum(difference => difference * difference);
            }
        }

        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        for (int n = 0; n < input.Batch; n++)
        {
            for (int i = 0; i < Codes.Length; i++)
            {
                double[] differences = Differences(input, n, i);
                for (int j = 0; j < differences.Length; j++)
                {
                    inputGradient.Values[(n * differences.Length) + j] += 2 * differences[j] * outputGradient[n, 0, 0, i];
                }
            }
        }

        return inputGradient;
    }

    private double[] Differences(Tensor input, int sample, int code) =>
        [.. Codes[code].Select((sign, j) => input.Values[(sample * input.Shape.Length) + j] - (sign == '+' ? 1 : -1))];
}
