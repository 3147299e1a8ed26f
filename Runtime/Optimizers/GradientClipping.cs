using System.Numerics;
using System.Runtime.InteropServices;

namespace NetDsl;

/// <summary>Bounds gradients before an optimiser's step, so that one odd batch does not throw the weights far off.</summary>
public static class GradientClipping
{
    /// <summary>
    /// Clips by the norm (Pascanu, Mikolov and Bengio 2013, algorithm 1): where the Euclidean norm of all gradients together is above
    /// the limit, every one is multiplied by limit / norm, so that their direction stays. Parameters that a step leaves alone do not count.
    /// </summary>
    /// <param name="parameters">The network's parameters, after a backward pass.</param>
    /// <param name="limit">The largest norm, above zero.</param>
    /// <returns>The norm before. Where it is infinite or no number the gradients stay as they are.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above zero and finite.</exception>
    public static double ByNorm(ParameterSet parameters, double limit)
    {
        OptimizerArgument.Positive(limit, "The limit of the gradients' norm");
        double norm = Norm(parameters);
        if (norm > limit && double.IsFinite(norm))
        {
            float scale = (float)(limit / norm);
            for (int i = 0; i < parameters.Count; i++)
            {
                if (parameters[i].Learns)
                {
                    Multiply(parameters[i].Gradient, scale);
                }
            }
        }

        return norm;
    }

    /// <summary>Clips by value: a gradient above the limit becomes the limit, one below its negative becomes that.</summary>
    /// <param name="parameters">The network's parameters, after a backward pass.</param>
    /// <param name="limit">The largest magnitude of a single value, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above zero and finite.</exception>
    public static void ByValue(ParameterSet parameters, double limit)
    {
        float most = (float)OptimizerArgument.Positive(limit, "The limit of a gradient's value");
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Learns)
            {
                // Comparisons that are false for what is no number, so that it stays to be seen.
                foreach (ref float value in parameters[i].Gradient)
                {
                    value = value > most ? most : value < -most ? -most : value;
                }
            }
        }
    }

    /// <summary>The Euclidean norm of the gradients of all parameters that a step changes, summed in double precision.</summary>
    /// <param name="parameters">The network's parameters, after a backward pass.</param>
    public static double Norm(ParameterSet parameters)
    {
        double sum = 0;
        for (int i = 0; i < parameters.Count; i++)
        {
            sum += parameters[i].Learns ? SumOfSquares(parameters[i].Gradient) : 0;
        }

        return Math.Sqrt(sum);
    }

    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<double> sums = Vector<double>.Zero;
        foreach (Vector<float> vector in vectors)
        {
            Vector.Widen(vector, out Vector<double> low, out Vector<double> high);
            sums += (low * low) + (high * high);
        }

        double sum = Vector.Sum(sums);
        foreach (float value in values[(vectors.Length * Vector<float>.Count)..])
        {
            sum += (double)value * value;
        }

        return sum;
    }

    private static void Multiply(Span<float> values, float factor)
    {
        foreach (ref float value in values)
        {
            value *= factor;
        }
    }
}
