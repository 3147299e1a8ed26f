using NetDsl;

namespace NetDsl.Generator.Model;

/// <summary>The parameters that layers with a kernel have: its weights, and a bias for every output channel.</summary>
internal static class KernelParameters
{
    /// <param name="weight">The weights; the bias has their fans.</param>
    /// <param name="biases">Number of biases; 0 for none.</param>
    /// <param name="biasInit">What every bias starts with.</param>
    public static EquatableArray<ParameterModel> Of(ParameterModel weight, int biases, double biasInit) =>
        (biases == 0 ? [weight] : new[] { weight, Bias(weight, biases, biasInit) }).ToEquatableArray();

    public static ParameterModel Bias(ParameterModel weight, int biases, double biasInit) =>
        new("bias", new[] { biases }.ToEquatableArray(), Initializer.Zeros, 1, weight.FanIn, weight.FanOut, biasInit);
}
