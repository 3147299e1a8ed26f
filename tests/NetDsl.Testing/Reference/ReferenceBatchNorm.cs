using System.Globalization;

namespace NetDsl.Testing.Reference;

/// <summary>Batch normalisation: over the batch in training, with the moving averages in prediction.</summary>
public sealed record ReferenceBatchNorm : ReferenceLayer
{
    public double Momentum { get; init; } = 0.99;

    public double Epsilon { get; init; } = 1e-3;

    public override string Kind => "BatchNorm";

    public override IEnumerable<string> Arguments =>
    [
        .. Momentum == 0.99 ? Array.Empty<string>() : [$"Momentum = {Momentum.ToString("R", CultureInfo.InvariantCulture)}"],
        .. Epsilon == 1e-3 ? Array.Empty<string>() : [$"Epsilon = {Epsilon.ToString("R", CultureInfo.InvariantCulture)}"],
    ];

    public override IReadOnlyList<(string Name, int[] Shape)> Parameters(ReferenceShape input) =>
        [("gamma", [input.Channels]), ("beta", [input.Channels]), ("moving_mean", [input.Channels]), ("moving_var", [input.Channels])];

    public override double Admissible(string parameter, double value) => parameter == "moving_var" ? (float)(Math.Abs(value) + 0.1) : value;

    public override Tensor Predict(Tensor input, IReadOnlyList<double[]> parameters) =>
        Normalize(input, parameters, parameters[2], parameters[3]);

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        (double[] mean, double[] variance) = Statistics(input);
        return Normalize(input, parameters, mean, variance);
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        (double[] mean, double[] variance) = Statistics(input);
        int channels = input.Channels;
        double count = input.Values.Length / channels;
        var inputGradient = new Tensor(input.Batch, input.Shape);
        for (int c = 0; c < channels; c++)
        {
            double inverse = 1 / Math.Sqrt(variance[c] + Epsilon), sum = 0, products = 0;
            for (int i = c; i < input.Values.Length; i += channels)
            {
                sum += outputGradient.Values[i];
                products += outputGradient.Values[i] * (input.Values[i] - mean[c]) * inverse;
            }

            gradients[0][c] += products;
            gradients[1][c] += sum;
            for (int i = c; i < input.Values.Length; i += channels)
            {
                double normalized = (input.Values[i] - mean[c]) * inverse;
                inputGradient.Values[i] = parameters[0][c] * inverse * (outputGradient.Values[i] - (sum / count) - (normalized * products / count));
            }
        }

        return inputGradient;
    }

    /// <summary>Mean and biased variance of every channel over samples and cells.</summary>
    public static (double[] Mean, double[] Variance) Statistics(Tensor input)
    {
        double[] mean = new double[input.Channels], variance = new double[input.Channels];
        double count = input.Values.Length / input.Channels;
        for (int i = 0; i < input.Values.Length; i++)
        {
            mean[i % input.Channels] += input.Values[i] / count;
        }

        for (int i = 0; i < input.Values.Length; i++)
        {
            double distance = input.Values[i] - mean[i % input.Channels];
            variance[i % input.Channels] += distance * distance / count;
        }

        return (mean, variance);
    }

    private Tensor Normalize(Tensor input, IReadOnlyList<double[]> parameters, double[] mean, double[] variance)
    {
        var output = new Tensor(input.Batch, input.Shape);
        for (int i = 0; i < input.Values.Length; i++)
        {
            int c = i % input.Channels;
            output.Values[i] = (parameters[0][c] * (input.Values[i] - mean[c]) / Math.Sqrt(variance[c] + Epsilon)) + parameters[1][c];
        }

        return output;
    }
}
