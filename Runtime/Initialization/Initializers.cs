namespace NetDsl.Runtime;

/// <summary>Gives a new network's parameters their first values.</summary>
public static class Initializers
{
    /// <summary>
    /// Fills every parameter as its <see cref="ParameterSpec"/> says. Each parameter draws from a stream of its own, which
    /// depends on the seed and the parameter's index alone; the same seed gives the same bits on every machine.
    /// </summary>
    /// <param name="store">The parameters; none keeps its value.</param>
    /// <param name="seed">Any number.</param>
    public static void Fill(ParameterStore store, int seed)
    {
        for (int i = 0; i < store.Specs.Count; i++)
        {
            Fill(store, i, seed);
        }

        store.Touch();
    }

    /// <summary>Fills one parameter; <see cref="ParameterStore.Touch"/> is left to the caller.</summary>
    internal static void Fill(ParameterStore store, int index, int seed)
    {
        ParameterSpec spec = store.Specs[index];
        Fill(store.Values.Slice(store.Offset(index), spec.Length), spec, CounterRandom.Key((uint)seed, (ulong)index));
    }

    private static void Fill(Span<float> values, ParameterSpec spec, ulong key)
    {
        if (spec.Signs is { } signs)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = signs[i] == '+' ? 1 : -1;
            }

            return;
        }

        double fanIn = Math.Max(1, spec.FanIn);
        double fans = Math.Max(1, (double)spec.FanIn + spec.FanOut);
        switch (spec.Initializer)
        {
            case Initializer.GlorotUniform: Uniform(values, spec, key, Math.Sqrt(6 / fans)); break;
            case Initializer.GlorotNormal: Normal(values, spec, key, Math.Sqrt(2 / fans)); break;
            case Initializer.HeUniform: Uniform(values, spec, key, Math.Sqrt(6 / fanIn)); break;
            case Initializer.HeNormal: Normal(values, spec, key, Math.Sqrt(2 / fanIn)); break;
            case Initializer.LeCunUniform: Uniform(values, spec, key, Math.Sqrt(3 / fanIn)); break;
            case Initializer.LeCunNormal: Normal(values, spec, key, Math.Sqrt(1 / fanIn)); break;
            case Initializer.Normal: Normal(values, spec, key, 1); break;
            case Initializer.Zeros: values.Fill((float)spec.Constant); break;
            default: throw new ArgumentException($"{spec.Name} starts with {spec.Initializer}, which is no initialiser");
        }
    }

    private static void Uniform(Span<float> values, ParameterSpec spec, ulong key, double limit)
    {
        double width = 2 * limit * spec.Scale;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(spec.Constant + width * (CounterRandom.OpenUniform(key, (ulong)i) - 0.5));
        }
    }

    private static void Normal(Span<float> values, ParameterSpec spec, ulong key, double deviation)
    {
        double scale = deviation * spec.Scale;
        for (int i = 0; i < values.Length; i++)
        {
            double uniform = CounterRandom.OpenUniform(key, (ulong)i);
            values[i] = (float)(spec.Constant + scale * NormalDistribution.Quantile(uniform));
        }
    }
}
