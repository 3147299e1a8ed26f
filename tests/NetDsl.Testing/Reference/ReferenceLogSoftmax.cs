namespace NetDsl.Testing.Reference;

/// <summary>The logarithms of the distribution over the channels of every cell.</summary>
public sealed record ReferenceLogSoftmax : ReferenceLayer
{
    public override string Kind => "LogSoftmax";

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, input.Shape);
        for (int start = 0; start < input.Values.Length; start += input.Channels)
        {
            ReadOnlySpan<double> cell = input.Values.AsSpan(start, input.Channels);
            double largest = cell.ToArray().Max();
            double logarithm = largest + Math.Log(cell.ToArray().Sum(value => Math.Exp(value - largest)));
            Array.ConvertAll(cell.ToArray(), value => value - logarithm).CopyTo(output.Values, start);
        }

        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        for (int start = 0; start < input.Values.Length; start += input.Channels)
        {
            for (int i = 0; i < input.Channels; i++)
            {
                for (int j = 0; j < input.Channels; j++)
                {
                    double derivative = (i == j ? 1 : 0) - Math.Exp(output.Values[start + i]);
                    inputGradient.Values[start + i] += derivative * outputGradient.Values[start + j];
                }
            }
        }

        return inputGradient;
    }
}
