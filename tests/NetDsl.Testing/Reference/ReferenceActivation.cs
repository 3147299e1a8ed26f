using System.Globalization;

namespace NetDsl.Testing.Reference;

/// <summary>A function of every value by itself, and its derivative.</summary>
public sealed record ReferenceActivation : ReferenceLayer
{
    private readonly string kind;
    private readonly Func<double, double> function;
    private readonly Func<double, double> derivative;
    private readonly string? argument;
    private readonly double[] kinks;

    private ReferenceActivation(
        string kind, Func<double, double> function, Func<double, double> derivative, double[]? kinks = null, string? argument = null)
    {
        this.kind = kind;
        this.function = function;
        this.derivative = derivative;
        this.kinks = kinks ?? [];
        this.argument = argument;
    }

    public override string Kind => kind;

    public override IEnumerable<string> Arguments => argument is null ? [] : [argument];

    public static ReferenceActivation Relu() => new("Relu", x => x > 0 ? x : 0, x => x > 0 ? 1 : 0, kinks: [0]);

    public static ReferenceActivation LeakyRelu(double slope) =>
        new("LeakyRelu", x => x > 0 ? x : slope * x, x => x > 0 ? 1 : slope, kinks: [0], Number(slope));

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

    public static ReferenceActivation Relu6() => new("Relu6", x => Math.Clamp(x, 0, 6), x => x > 0 && x < 6 ? 1 : 0, kinks: [0, 6]);

    public static ReferenceActivation Elu(double alpha) =>
        new("Elu", x => x > 0 ? x : alpha * (Math.Exp(x) - 1), x => x > 0 ? 1 : alpha * Math.Exp(x), kinks: [0], Number(alpha));

    public static ReferenceActivation Selu()
    {
        const double Scale = 1.0507009873554804934, Alpha = 1.6732632423543772848;
        return new(
            "Selu",
            x => Scale * (x > 0 ? x : Alpha * (Math.Exp(x) - 1)),
            x => Scale * (x > 0 ? 1 : Alpha * Math.Exp(x)),
            kinks: [0]);
    }

    public static ReferenceActivation Softplus() => new("Softplus", x => Math.Log(1 + Math.Exp(x)), Logistic);

    public static ReferenceActivation Silu() => new("Silu", x => x * Logistic(x), x => Logistic(x) + (x * Logistic(x) * (1 - Logistic(x))));

    public static ReferenceActivation HardSwish() => new(
        "HardSwish",
        x => x * Math.Clamp(x + 3, 0, 6) / 6,
        x => x < -3 ? 0 : x > 3 ? 1 : ((2 * x) + 3) / 6,
        kinks: [-3, 3]);

    public static ReferenceActivation Gelu() => new(
        "Gelu",
        x => x * NormalShare(x),
        x => NormalShare(x) + (x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)));

    public static ReferenceActivation GeluTanh()
    {
        const double Cubic = 0.044715;
        double steepness = Math.Sqrt(2 / Math.PI);
        double Tanh(double x) => Math.Tanh(steepness * (x + (Cubic * x * x * x)));
        return new(
            "Gelu",
            x => x / 2 * (1 + Tanh(x)),
            x => ((1 + Tanh(x)) / 2) + (x / 2 * (1 - (Tanh(x) * Tanh(x))) * steepness * (1 + (3 * Cubic * x * x))),
            argument: "Approximate = true");
    }

    public override Tensor Forward(Tensor input, IReadOnlyList<double[]> parameters) =>
        new(input.Batch, input.Shape, Array.ConvertAll(input.Values, x => function(x)));

    public override Tensor Backward(
        Tensor input, Tensor output, Tensor outputGradient, IReadOnlyList<double[]> parameters, IReadOnlyList<double[]> gradients) =>
        new(input.Batch, input.Shape, [.. input.Values.Zip(outputGradient.Values, (x, gradient) => derivative(x) * gradient)]);

    public override double KinkDistance(Tensor input) =>
        kinks.SelectMany(kink => input.Values.Where(x => x != kink).Select(x => Math.Abs(x - kink))).DefaultIfEmpty(double.PositiveInfinity).Min();

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double NormalShare(double x) => (1 + ErrorFunction.Erf(x / Math.Sqrt(2))) / 2;
}
