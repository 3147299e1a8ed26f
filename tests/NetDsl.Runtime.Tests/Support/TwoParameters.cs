using NetDsl.Runtime;

namespace NetDsl.Tests;

/// <summary>A kernel, a bias and a statistic with gradients, without a network around them.</summary>
internal sealed unsafe class TwoParameters
{
    public TwoParameters()
    {
        Store = new ParameterStore(
            new ParameterSpec("C1.weight", [3, 7], Initializer.HeNormal, 1, 3, 7),
            new ParameterSpec("C1.bias", [5], Initializer.Zeros, 1, 3, 7),
            new ParameterSpec("C1.mean", [2], Initializer.Zeros, 1, 3, 7, 0, Trainable: false));
        _ = Store.GradientPointer;
        Parameters = new ParameterSet(Store);
        Initializers.Fill(Store, seed: 3);
    }

    public ParameterStore Store { get; }

    public ParameterSet Parameters { get; }

    /// <summary>Sets all gradients to draws between minus the width and the width.</summary>
    public void DrawGradients(int seed, float width = 1)
    {
        foreach (Parameter parameter in Parameters)
        {
            Draw(parameter.Gradient, seed, parameter.Length, width);
        }
    }

    /// <summary>Moves all values by draws.</summary>
    public void DrawValues(int seed)
    {
        foreach (Parameter parameter in Parameters)
        {
            Draw(parameter.Values, seed, parameter.Length, 2);
        }
    }

    public double[] Values() => [.. Parameters.SelectMany(parameter => parameter.Values.ToArray()).Select(value => (double)value)];

    public double[] Gradients() => [.. Parameters.Where(parameter => parameter.Trainable)
        .SelectMany(parameter => parameter.Gradient.ToArray()).Select(value => (double)value)];

    private static void Draw(Span<float> values, int seed, int stream, float width)
    {
        ulong key = CounterRandom.Key((ulong)seed, (ulong)stream);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = width * (2 * CounterRandom.Uniform(key, (uint)i) - 1);
        }
    }
}
