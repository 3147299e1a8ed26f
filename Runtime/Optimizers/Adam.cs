using NetDsl.Runtime;

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

    private protected override void Update(Parameter parameter, Span<float> weights, ReadOnlySpan<float> gradients, OptimizerState state, int offset) =>
        new AdamStep(LearningRate, Beta1, Beta2, Epsilon, state.Steps).Apply(
            weights, gradients, state.Slot(0, offset, weights.Length), state.Slot(1, offset, weights.Length), shrink: 1);
}
