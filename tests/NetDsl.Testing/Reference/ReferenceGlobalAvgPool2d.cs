namespace NetDsl.Testing.Reference;

/// <summary>The mean of every channel over all cells.</summary>
public sealed record ReferenceGlobalAvgPool2d : ReferenceLayer
{
    public override string Kind => "GlobalAvgPool2d";

    public override ReferenceShape Output(ReferenceShape input) => ReferenceShape.Features(input.Channels);

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, Output(input.Shape));
        int cells = input.Height * input.Width;
        for (int i = 0; i < input.Values.Length; i++)
        {
            (int sample, int channel) = (i / input.Shape.Length, i % input.Channels);
            output[sample, 0, 0, channel] += input.Values[i] / cells;
        }

        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        int cells = input.Height * input.Width;
        for (int i = 0; i < input.Values.Length; i++)
        {
            (int sample, int channel) = (i / input.Shape.Length, i % input.Channels);
            inputGradient.Values[i] = outputGradient[sample, 0, 0, channel] / cells;
        }

        return inputGradient;
    }
}
