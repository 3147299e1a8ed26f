using System.Globalization;

namespace NetDsl.Testing.Reference;

/// <summary>A function of every value by itself, and its derivative.</summary>
public sealed record ReferenceActivation : ReferenceLayer
{
    private readonly string kind;
    private readonly Func<double, double> function;
    private readonly Func<double, double> derivative;
    private readonly double? argument;
    private readonly bool kinkAtZero;

    private ReferenceActivation(
        string kind, Func<double, double> function, Func<double, double> derivative, bool kinkAtZero = false, double? argument = null)
    {
        this.kind = kind;
        this.function = function;
        this.derivative = derivative;
        this.kinkAtZero = kinkAtZero;
        this.argument = argument;
    }

    public override string Kind => kind;

    public override IEnumerable<string> Arguments =>
        argument is null ? [] : [argument.Value.ToString("R", CultureInfo.InvariantCulture)];

    public static ReferenceActivation Relu() => new("Relu", x => x > 0 ? x : 0, x => x > 0 ? 1 : 0, kinkAtZero: true);

    public static ReferenceActivation LeakyRelu(double slope) =>
        new("LeakyRelu", x => x > 0 ? x : slope * x, x => x > 0 ? 1 : slope, kinkAtZero: true, slope);

    public static ReferenceActivation Tanh() => new("Tanh", Math.Tanh, x => 1 - (Math.Tanh(x) * Math.Tanh(x)));

    public static ReferenceActivation ScaledTanh()
    {
        const double Amplitude = 1.7159, Steepness = 2.0 / 3.0;
        return new(
            "ScaledTanh",
            x => Amplitude * Math.Tanh(Steepness * x),
            x => Amplitude * Steepness * (1 - (Math.Tanh(Steepness * x) * Math.Tanh(Steepness * x))));
    }

    public static ReferenceActivation Sigmoid() => new("Sigmoid", Logistic, x => Logistic(x) * (1 - Logistic(x)));

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) =>
        new(input.Batch, input.Shape, Array.ConvertAll(input.Values, x => function(x)));

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients) =>
        new(input.Batch, input.Shape, [.. input.Values.Zip(outputGradient.Values, (x, gradient) => derivative(x) * gradient)]);

    public override double KinkDistance(Tensor input) =>
        kinkAtZero ? input.Values.Where(x => x != 0).Select(Math.Abs).DefaultIfEmpty(double.PositiveInfinity).Min() : double.PositiveInfinity;

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
