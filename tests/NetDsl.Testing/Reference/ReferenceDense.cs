namespace NetDsl.Testing.Reference;

/// <summary>A matrix product over the flattened input, weights in x out.</summary>
public sealed record ReferenceDense(int Units) : ReferenceLayer
{
    public bool Bias { get; init; } = true;

    public override string Kind => "Dense";

    public override IEnumerable<string> Arguments => Bias ? [$"{Units}"] : [$"{Units}", "Bias = false"];

    public override ReferenceShape Output(ReferenceShape input) => ReferenceShape.Features(Units);

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input)
    {
        (string, int[]) weight = ("weight", [input.Length, Units]);
        return Bias ? [weight, ("bias", [Units])] : [weight];
    }

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        int inputs = input.Shape.Length;
        for (int n = 0; n < input.Batch; n++)
        {
            for (int o = 0; o < Units; o++)
            {
                double sum = Bias ? parameters[1][o] : 0;
                for (int i = 0; i < inputs; i++)
                {
                    sum += input.Values[(n * inputs) + i] * parameters[0][(i * Units) + o];
                }

                output[n, 0, 0, o] = sum;
            }
        }

        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        int inputs = input.Shape.Length;
        for (int n = 0; n < input.Batch; n++)
        {
            for (int o = 0; o < Units; o++)
            {
                double gradient = outputGradient[n, 0, 0, o];
                for (int i = 0; i < inputs; i++)
                {
                    inputGradient.Values[(n * inputs) + i] += gradient * parameters[0][(i * Units) + o];
                    gradients[0][(i * Units) + o] += gradient * input.Values[(n * inputs) + i];
                }

                if (Bias)
                {
                    gradients[1][o] += gradient;
                }
            }
        }

        return inputGradient;
    }
}
