using System.Numerics;
using System.Runtime.InteropServices;

namespace NetDsl;

/// <summary>One step of Adam or AdamW: the numbers that all weights share.</summary>
internal readonly struct AdamStep
{
    private readonly float rate;
    private readonly float squareCorrection;
    private readonly float decay1;
    private readonly float decay2;
    private readonly float fresh1;
    private readonly float fresh2;
    private readonly float epsilon;

    /// <param name="learningRate">The step's rate.</param>
    /// <param name="beta1">Decay of the mean gradient.</param>
    /// <param name="beta2">Decay of the mean square.</param>
    /// <param name="epsilon">What keeps the quotient finite.</param>
    /// <param name="steps">Steps so far, this one included.</param>
    public AdamStep(double learningRate, double beta1, double beta2, double epsilon, long steps)
    {
        rate = (float)(learningRate / (1 - Math.Pow(beta1, steps)));
        squareCorrection = (float)(1 / (1 - Math.Pow(beta2, steps)));
        (decay1, decay2) = ((float)beta1, (float)beta2);
        (fresh1, fresh2) = ((float)(1 - beta1), (float)(1 - beta2));
        this.epsilon = (float)epsilon;
    }

    /// <summary>Moves one parameter.</summary>
    /// <param name="weights">Its values.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="mean">The running mean of the gradients.</param>
    /// <param name="square">The running mean of their squares.</param>
    /// <param name="shrink">What a weight is multiplied by beforehand; 1 without weight decay.</param>
    public void Apply(Span<float> weights, ReadOnlySpan<float> gradients, Span<float> mean, Span<float> square, float shrink)
    {
        Span<Vector<float>> w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        ReadOnlySpan<Vector<float>> g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        Span<Vector<float>> m = MemoryMarshal.Cast<float, Vector<float>>(mean);
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(square);
        for (int i = 0; i < w.Length; i++)
        {
            m[i] = decay1 * m[i] + fresh1 * g[i];
            v[i] = decay2 * v[i] + fresh2 * (g[i] * g[i]);
            w[i] = shrink * w[i] - rate * m[i] / (Vector.SquareRoot(squareCorrection * v[i]) + new Vector<float>(epsilon));
        }

        for (int i = w.Length * Vector<float>.Count; i < weights.Length; i++)
        {
            mean[i] = decay1 * mean[i] + fresh1 * gradients[i];
            square[i] = decay2 * square[i] + fresh2 * (gradients[i] * gradients[i]);
            weights[i] = shrink * weights[i] - rate * mean[i] / (MathF.Sqrt(squareCorrection * square[i]) + epsilon);
        }
    }
}
