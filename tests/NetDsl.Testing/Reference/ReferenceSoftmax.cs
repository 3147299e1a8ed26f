namespace NetDsl.Testing.Reference;

/// <summary>The channels of every cell as a distribution.</summary>
public sealed record ReferenceSoftmax : ReferenceLayer
{
    public override string Kind => "Softmax";

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, input.Shape);
        for (int start = 0; start < input.Values.Length; start += input.Channels)
        {
            Distribution(input.Values.AsSpan(start, input.Channels)).CopyTo(output.Values, start);
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
                    double derivative = output.Values[start + j] * ((i == j ? 1 : 0) - output.Values[start + i]);
                    inputGradient.Values[start + i] += derivative * outputGradient.Values[start + j];
                }
            }
        }

        return inputGradient;
    }

    internal static double[] Distribution(ReadOnlySpan<double> logits)
    {
        // The largest exponent is taken out, so that nothing overflows.
        double largest = double.NegativeInfinity;
        foreach (double logit in logits)
        {
            largest = Math.Max(largest, logit);
        }

        double[] weights = Array.ConvertAll(logits.ToArray(), logit => Math.Exp(logit - largest));
        double sum = weights.Sum();
        return Array.ConvertAll(weights, weight => weight / sum);
    }
}
