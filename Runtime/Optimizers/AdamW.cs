using NetDsl.Runtime;

namespace NetDsl;

/// <summary>
/// Adam with weight decay of its own (Loshchilov and Hutter 2019, algorithm 2): before Adam's step, w -= rate * weightDecay * w, which the
/// running means never see.
/// </summary>
public sealed class AdamW : Optimizer
{
    /// <summary>Descends at one rate.</summary>
    /// <param name="learningRate">Above zero.</param>
    /// <param name="weightDecay">At least zero; a step shrinks weights by this times the learning rate.</param>
    /// <param name="beta1">How much of the mean gradient stays from step to step, from 0 to below 1.</param>
    /// <param name="beta2">How much of the mean square stays, from 0 to below 1.</param>
    /// <param name="epsilon">Added to the root of the mean square, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public AdamW(double learningRate = 0.001, double weightDecay = 0.01, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : this(new ConstantRate(learningRate), weightDecay, beta1, beta2, epsilon)
    {
    }

    /// <summary>Descends at the rates of a schedule, which the decay follows.</summary>
    /// <param name="schedule">The rate of each epoch.</param>
    /// <param name="weightDecay">At least zero; a step shrinks weights by this times the learning rate.</param>
    /// <param name="beta1">How much of the mean gradient stays from step to step, from 0 to below 1.</param>
    /// <param name="beta2">How much of the mean square stays, from 0 to below 1.</param>
    /// <param name="epsilon">Added to the root of the mean square, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public AdamW(ILearningRateSchedule schedule, double weightDecay = 0.01, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(schedule)
    {
        Decay = OptimizerArgument.NotNegative(weightDecay, "WeightDecay");
        Beta1 = OptimizerArgument.Fraction(beta1, "Beta1");
        Beta2 = OptimizerArgument.Fraction(beta2, "Beta2");
        Epsilon = OptimizerArgument.Positive(epsilon, "Epsilon");
    }

    /// <summary>How much a step shrinks weights, relative to the learning rate.</summary>
    public double Decay { get; }

    /// <summary>The parameters that shrink. Default: <see cref="WeightDecay.Kernels"/>.</summary>
    public Func<Parameter, bool> Decays { get; init; } = WeightDecay.Kernels;

    /// <summary>The decay of the mean gradient.</summary>
    public double Beta1 { get; }

    /// <summary>The decay of the mean squared gradient.</summary>
    public double Beta2 { get; }

    /// <summary>What keeps the quotient finite.</summary>
    public double Epsilon { get; }

    private protected override int SlotCount => 2;

    private protected override void Update(Parameter parameter, Span<float> weights, ReadOnlySpan<float> gradients, OptimizerState state, int offset) =>
        new AdamStep(LearningRate, Beta1, Beta2, Epsilon, state.Steps).Apply(
            weights, gradients, state.Slot(0, offset, weights.Length), state.Slot(1, offset, weights.Length),
            shrink: Decays(parameter) ? (float)(1 - (LearningRate * Decay)) : 1);
}
