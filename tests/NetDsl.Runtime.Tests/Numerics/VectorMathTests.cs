using System.Runtime.Intrinsics;
using NetDsl.Runtime;

namespace NetDsl.Tests.Numerics;

/// <summary>Vector functions at all widths against double precision.</summary>
public sealed class VectorMathTests
{
    private const double SqrtTwoOverPi = 0.79788456080286535588, Cubic = 0.044715;

    private static readonly Dictionary<string, (Variants Vectors, Func<double, double> Exact, double Least, double Tolerance)> Functions = new()
    {
        ["1 - exp(-x)"] = (new(VectorMath.OneMinusExp, VectorMath.OneMinusExp, VectorMath.OneMinusExp), x => -Expm1(-x), 0, 5e-7),
        ["elu"] = (
            new(x => VectorMath.Elu(x, 1.5f), x => VectorMath.Elu(x, 1.5f), x => VectorMath.Elu(x, 1.5f)),
            x => x > 0 ? x : 1.5 * Expm1(x), -30, 7e-7),
        ["softplus"] = (new(VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus), x => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x))), -30, 5e-7),
        ["silu"] = (new(VectorMath.Silu, VectorMath.Silu, VectorMath.Silu), x => x * Logistic(x), -30, 5e-7),
        ["silu'"] = (
            new(VectorMath.SiluDerivative, VectorMath.SiluDerivative, VectorMath.SiluDerivative),
            x => Logistic(x) * (1 + (x * Logistic(-x))), -30, 1e-6),
        ["hard swish"] = (new(VectorMath.HardSwish, VectorMath.HardSwish, VectorMath.HardSwish), x => x * Math.Clamp((x + 3) / 6, 0, 1), -30, 5e-7),
        ["hard swish'"] = (
            new(VectorMath.HardSwishDerivative, VectorMath.HardSwishDerivative, VectorMath.HardSwishDerivative),
            x => x <= -3 ? 0 : x >= 3 ? 1 : ((2 * x) + 3) / 6, -30, 5e-7),
        ["erf"] = (new(VectorMath.Erf, VectorMath.Erf, VectorMath.Erf), Erf, -30, 5e-7),
        ["gelu"] = (new(VectorMath.Gelu, VectorMath.Gelu, VectorMath.Gelu), x => x * Normal(x), -30, 1e-6),
        ["gelu'"] = (
            new(VectorMath.GeluDerivative, VectorMath.GeluDerivative, VectorMath.GeluDerivative),
            x => Normal(x) + (x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)), -30, 7e-7),
        ["x^-0.6"] = (new(x => VectorMath.Power(x, -0.6f), x => VectorMath.Power(x, -0.6f), x => VectorMath.Power(x, -0.6f)), x => Math.Pow(x, -0.6f), 1.0 / 64, 1e-6),
        ["x^1.3"] = (new(x => VectorMath.Power(x, 1.3f), x => VectorMath.Power(x, 1.3f), x => VectorMath.Power(x, 1.3f)), x => Math.Pow(x, 1.3f), 1.0 / 64, 1e-6),
        ["gelu, tanh"] = (new(VectorMath.GeluTanh, VectorMath.GeluTanh, VectorMath.GeluTanh), x => x * (1 + Math.Tanh(Inner(x))) / 2, -30, 1e-6),
        ["gelu', tanh"] = (
            new(VectorMath.GeluTanhDerivative, VectorMath.GeluTanhDerivative, VectorMath.GeluTanhDerivative),
            x => ((1 + Math.Tanh(Inner(x))) / 2) + (x / 2 * (1 - Math.Pow(Math.Tanh(Inner(x)), 2)) * SqrtTwoOverPi * (1 + (3 * Cubic * x * x))), -30, 2e-6),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_double_precision(string name)
    {
        (Variants vectors, Func<double, double> exact, double least, double tolerance) = Functions[name];
        for (double at = least; at <= 30; at += 1.0 / 1024)
        {
            float x = (float)at;
            double expected = exact(x), allowed = tolerance * Math.Max(1, Math.Abs(expected));
            foreach (float actual in vectors.Of(x))
            {
                Assert.True(Math.Abs(actual - expected) <= allowed, $"{name} of {x:R} is {actual:R}, not {expected:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_passes_through(string name) => Assert.All(Functions[name].Vectors.Of(float.NaN), value => Assert.True(float.IsNaN(value)));

    [Theory]
    [InlineData("elu", -1.5f, 1e6f)]
    [InlineData("softplus", 0, 1e6f)]
    [InlineData("silu", 0, 1e6f)]
    [InlineData("silu'", 0, 1)]
    [InlineData("hard swish", 0, 1e6f)]
    [InlineData("erf", -1, 1)]
    [InlineData("gelu", 0, 1e6f)]
    [InlineData("gelu'", 0, 1)]
    [InlineData("gelu, tanh", 0, 1e6f)]
    [InlineData("gelu', tanh", 0, 1)]
    public void Far_out_it_is_the_limit(string name, float below, float above)
    {
        Assert.All(Functions[name].Vectors.Of(-1e6f), value => Assert.Equal(below, value, 1e-5f));
        Assert.All(Functions[name].Vectors.Of(1e6f), value => Assert.Equal(above, value, 1e-5f));
    }

    [Theory]
    [InlineData("1 - exp(-x)", 1e-6f)]
    [InlineData("elu", -1e-6f)]
    [InlineData("softplus", -25f)]
    public void Small_results_keep_their_digits(string name, float x)
    {
        double expected = Functions[name].Exact(x);
        Assert.All(Functions[name].Vectors.Of(x), value => Assert.Equal(expected, value, Math.Abs(expected) * 1e-6));
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Normal(double x) => (1 + Erf(x / Math.Sqrt(2))) / 2;

    private static double Inner(double x) => SqrtTwoOverPi * (x + (Cubic * x * x * x));

    // 2 sinh(x / 2) exp(x / 2) does not cancel.
    private static double Expm1(double x) => 2 * Math.Sinh(x / 2) * Math.Exp(x / 2);

    private static double Log1p(double x) => x < 1e-5 ? x - (x * x / 2) : Math.Log(1 + x);

    // exp(-x * x) times a series of positive terms, which cannot cancel.
    private static double Erf(double x)
    {
        if (Math.Abs(x) > 6)
        {
            return Math.Sign(x);
        }

        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>One function at all widths.</summary>
    private sealed record Variants(
        Func<Vector512<float>, Vector512<float>> Wide, Func<Vector256<float>, Vector256<float>> Middle, Func<Vector128<float>, Vector128<float>> Narrow)
    {
        public IEnumerable<float> Of(float x) =>
            [Wide(Vector512.Create(x))[15], Middle(Vector256.Create(x))[7], Narrow(Vector128.Create(x))[3]];
    }
}
