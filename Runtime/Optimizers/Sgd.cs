using System.Numerics;
using System.Runtime.InteropServices;

namespace NetDsl;

/// <summary>
/// Stochastic gradient descent: v = momentum * v + g, w -= rate * v; with Nesterov's momentum (Sutskever et al. 2013)
/// w -= rate * (g + momentum * v). The velocity v starts at zero. With weight decay g + decay * w stands in the place of g.
/// </summary>
public sealed class Sgd : Optimizer
{
    /// <summary>Descends at one rate.</summary>
    /// <param name="learningRate">Above zero.</param>
    /// <param name="momentum">From 0 to below 1.</param>
    /// <param name="nesterov">Looks one step of momentum ahead.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Sgd(double learningRate, double momentum = 0, bool nesterov = false)
        : this(new ConstantRate(learningRate), momentum, nesterov)
    {
    }

    /// <summary>Descends at the rates of a schedule.</summary>
    /// <param name="schedule">The rate of each epoch.</param>
    /// <param name="momentum">From 0 to below 1.</param>
    /// <param name="nesterov">Looks one step of momentum ahead.</param>
    /// <exception cref="ArgumentOutOfRangeException">The momentum is outside its range.</exception>
    public Sgd(ILearningRateSchedule schedule, double momentum = 0, bool nesterov = false)
        : base(schedule)
    {
        Momentum = (float)OptimizerArgument.Fraction(momentum, "The momentum");
        Nesterov = nesterov;
    }

    /// <summary>How much of the velocity stays from step to step.</summary>
    public float Momentum { get; }

    /// <summary>Whether the step looks ahead.</summary>
    public bool Nesterov { get; }

    /// <summary>How much of a weight is added to its gradient (L2 regularisation; Krogh and Hertz 1992); at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The decay is outside its range.</exception>
    public double Decay
    {
        get;
        init => field = OptimizerArgument.NotNegative(value, "The weight decay");
    }

    /// <summary>The parameters that decay. Default: <see cref="WeightDecay.Kernels"/>.</summary>
    public Func<Parameter, bool> Decays { get; init; } = WeightDecay.Kernels;

    private protected override int SlotCount => Momentum > 0 ? 1 : 0;

    private protected override void Update(Parameter parameter, Span<float> weights, ReadOnlySpan<float> gradients, OptimizerState state, int offset)
    {
        float decay = Decay > 0 && Decays(parameter) ? (float)Decay : 0;
        if (Momentum > 0)
        {
            UpdateWithVelocity(weights, gradients, state.Slot(0, offset, weights.Length), decay);
        }
        else
        {
            UpdatePlain(weights, gradients, decay);
        }
    }

    private void UpdatePlain(Span<float> weights, ReadOnlySpan<float> gradients, float decay)
    {
        Span<Vector<float>> w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        ReadOnlySpan<Vector<float>> g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        for (int i = 0; i < w.Length; i++)
        {
            w[i] -= LearningRate * (g[i] + decay * w[i]);
        }

        for (int i = w.Length * Vector<float>.Count; i < weights.Length; i++)
        {
            weights[i] -= LearningRate * (gradients[i] + decay * weights[i]);
        }
    }

    private void UpdateWithVelocity(Span<float> weights, ReadOnlySpan<float> gradients, Span<float> velocity, float decay)
    {
        Span<Vector<float>> w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        ReadOnlySpan<Vector<float>> g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(velocity);
        for (int i = 0; i < w.Length; i++)
        {
            Vector<float> slope = g[i] + decay * w[i], next = Momentum * v[i] + slope;
            v[i] = next;
            w[i] -= LearningRate * (Nesterov ? slope + Momentum * next : next);
        }

        for (int i = w.Length * Vector<float>.Count; i < weights.Length; i++)
        {
            float slope = gradients[i] + decay * weights[i], next = Momentum * velocity[i] + slope;
            velocity[i] = next;
            weights[i] -= LearningRate * (Nesterov ? slope + Momentum * next : next);
        }
    }
}
