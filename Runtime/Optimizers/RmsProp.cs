using System.Numerics;
using System.Runtime.InteropServices;
using NetDsl.Runtime;

namespace NetDsl;

/// <summary>
/// RMSProp (Tieleman and Hinton 2012, lecture 6.5): s is a running mean of the squared gradient, v = momentum * v + g / (sqrt(s) + epsilon)
/// and w -= rate * v.
/// </summary>
public sealed class RmsProp : Optimizer
{
    /// <summary>Descends at one rate.</summary>
    /// <param name="learningRate">Above zero.</param>
    /// <param name="decay">How much of the mean square stays from step to step, from 0 to below 1.</param>
    /// <param name="momentum">How much of a step the next one repeats, from 0 to below 1.</param>
    /// <param name="epsilon">Added to the root of the mean square, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RmsProp(double learningRate = 0.001, double decay = 0.9, double momentum = 0, double epsilon = 1e-7)
        : this(new ConstantRate(learningRate), decay, momentum, epsilon)
    {
    }

    /// <summary>Descends at the rates of a schedule.</summary>
    /// <param name="schedule">The rate of each epoch.</param>
    /// <param name="decay">How much of the mean square stays from step to step, from 0 to below 1.</param>
    /// <param name="momentum">How much of a step the next one repeats, from 0 to below 1.</param>
    /// <param name="epsilon">Added to the root of the mean square, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RmsProp(ILearningRateSchedule schedule, double decay = 0.9, double momentum = 0, double epsilon = 1e-7)
        : base(schedule)
    {
        Decay = OptimizerArgument.Fraction(decay, "Decay");
        Momentum = OptimizerArgument.Fraction(momentum, "Momentum");
        Epsilon = OptimizerArgument.Positive(epsilon, "Epsilon");
    }

    /// <summary>The decay of the mean squared gradient.</summary>
    public double Decay { get; }

    /// <summary>How much of a step the next one repeats.</summary>
    public double Momentum { get; }

    /// <summary>What keeps the quotient finite.</summary>
    public double Epsilon { get; }

    private protected override int SlotCount => 2;

    private protected override void Update(Parameter parameter, Span<float> weights, ReadOnlySpan<float> gradients, OptimizerState state, int offset)
    {
        float decay = (float)Decay, fresh = (float)(1 - Decay), momentum = (float)Momentum, epsilon = (float)Epsilon;
        Span<float> square = state.Slot(0, offset, weights.Length), velocity = state.Slot(1, offset, weights.Length);
        Span<Vector<float>> w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        ReadOnlySpan<Vector<float>> g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        Span<Vector<float>> s = MemoryMarshal.Cast<float, Vector<float>>(square);
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(velocity);
        for (int i = 0; i < w.Length; i++)
        {
            s[i] = decay * s[i] + fresh * (g[i] * g[i]);
            v[i] = momentum * v[i] + g[i] / (Vector.SquareRoot(s[i]) + new Vector<float>(epsilon));
            w[i] -= LearningRate * v[i];
        }

        for (int i = w.Length * Vector<float>.Count; i < weights.Length; i++)
        {
            square[i] = decay * square[i] + fresh * (gradients[i] * gradients[i]);
            velocity[i] = momentum * velocity[i] + gradients[i] / (MathF.Sqrt(square[i]) + epsilon);
            weights[i] -= LearningRate * velocity[i];
        }
    }
}
