using System.Numerics;
using System.Runtime.InteropServices;

namespace NetDsl;

/// <summary>
/// Adam (Kingma and Ba 2015, algorithm 1): m and v are running means of the gradient and its square, both corrected for
/// their start at zero, and w -= rate * mHat / (sqrt(vHat) + epsilon).
/// </summary>
public sealed class Adam : Optimizer
{
    /// <summary>Descends at one rate.</summary>
    /// <param name="learningRate">Above zero.</param>
    /// <param name="beta1">How much of the mean gradient stays from step to step, from 0 to below 1.</param>
    /// <param name="beta2">How much of the mean square stays, from 0 to below 1.</param>
    /// <param name="epsilon">Added to the root of the mean square, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Adam(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : this(new ConstantRate(learningRate), beta1, beta2, epsilon)
    {
    }

    /// <summary>Descends at the rates of a schedule.</summary>
    /// <param name="schedule">The rate of each epoch.</param>
    /// <param name="beta1">How much of the mean gradient stays from step to step, from 0 to below 1.</param>
    /// <param name="beta2">How much of the mean square stays, from 0 to below 1.</param>
    /// <param name="epsilon">Added to the root of the mean square, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Adam(ILearningRateSchedule schedule, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(schedule)
    {
        Beta1 = OptimizerArgument.Fraction(beta1, "Beta1");
        Beta2 = OptimizerArgument.Fraction(beta2, "Beta2");
        Epsilon = OptimizerArgument.Positive(epsilon, "Epsilon");
    }

    /// <summary>The decay of the mean gradient.</summary>
    public double Beta1 { get; }

    /// <summary>The decay of the mean squared gradient.</summary>
    public double Beta2 { get; }

    /// <summary>What keeps the quotient finite.</summary>
    public double Epsilon { get; }

    private protected override int SlotCount => 2;

    private protected override void Update(Span<float> weights, ReadOnlySpan<float> gradients, OptimizerState state, int offset)
    {
        float rate = (float)(LearningRate / (1 - Math.Pow(Beta1, state.Steps)));
        float squareCorrection = (float)(1 / (1 - Math.Pow(Beta2, state.Steps)));
        float decay1 = (float)Beta1;
        float decay2 = (float)Beta2;
        float fresh1 = (float)(1 - Beta1);
        float fresh2 = (float)(1 - Beta2);
        float epsilon = (float)Epsilon;
        Span<float> mean = state.Slot(0, offset, weights.Length);
        Span<float> square = state.Slot(1, offset, weights.Length);
        Span<Vector<float>> w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        ReadOnlySpan<Vector<float>> g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        Span<Vector<float>> m = MemoryMarshal.Cast<float, Vector<float>>(mean);
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(square);
        for (int i = 0; i < w.Length; i++)
        {
            m[i] = decay1 * m[i] + fresh1 * g[i];
            v[i] = decay2 * v[i] + fresh2 * (g[i] * g[i]);
            w[i] -= rate * m[i] / (Vector.SquareRoot(squareCorrection * v[i]) + new Vector<float>(epsilon));
        }

        for (int i = w.Length * Vector<float>.Count; i < weights.Length; i++)
        {
            mean[i] = decay1 * mean[i] + fresh1 * gradients[i];
            square[i] = decay2 * square[i] + fresh2 * (gradients[i] * gradients[i]);
            weights[i] -= rate * mean[i] / (MathF.Sqrt(squareCorrection * square[i]) + epsilon);
        }
    }
}
