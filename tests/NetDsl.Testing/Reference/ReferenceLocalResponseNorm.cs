using System.Globalization;

namespace NetDsl.Testing.Reference;

/// <summary>Every value divided by a power of the energy of its neighbouring channels.</summary>
public sealed record ReferenceLocalResponseNorm(int DepthRadius = 5) : ReferenceLayer
{
    public double Bias { get; init; } = 1;

    public double Alpha { get; init; } = 1;

    public double Beta { get; init; } = 0.5;

    public override string Kind => "LocalResponseNorm";

    public override IEnumerable<string> Arguments =>
    [
        $"{DepthRadius}",
        .. Property("Bias", Bias, 1),
        .. Property("Alpha", Alpha, 1),
        .. Property("Beta", Beta, 0.5),
    ];

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters)
    {
        var output = new Tensor(input.Batch, input.Shape);
        for (int i = 0; i < input.Values.Length; i++)
        {
            output.Values[i] = input.Values[i] * Math.Pow(Energy(input, i), -Beta);
        }

        return output;
    }

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients)
    {
        var inputGradient = new Tensor(input.Batch, input.Shape);
        for (int i = 0; i < input.Values.Length; i++)
        {
            double energy = Energy(input, i), gradient = outputGradient.Values[i];
            inputGradient.Values[i] += gradient * Math.Pow(energy, -Beta);
            foreach (int j in Neighbours(input, i))
            {
                double energyByInput = 2 * Alpha * input.Values[j];
                inputGradient.Values[j] -= gradient * input.Values[i] * Beta * Math.Pow(energy, -Beta - 1) * energyByInput;
            }
        }

        return inputGradient;
    }

    private double Energy(Tensor input, int index) => Bias + (Alpha * Neighbours(input, index).Sum(j => input.Values[j] * input.Values[j]));

    // The values of the same cell whose channel is near enough, the value itself included.
    private IEnumerable<int> Neighbours(Tensor input, int index)
    {
        int channel = index % input.Channels, cell = index - channel;
        int first = Math.Max(0, channel - DepthRadius), last = Math.Min(input.Channels - 1, channel + DepthRadius);
        return Enumerable.Range(cell + first, last - first + 1);
    }

    private static IEnumerable<string> Property(string name, double value, double usual) =>
        value == usual ? [] : [$"{name} = {value.ToString("R", CultureInfo.InvariantCulture)}"];
}
