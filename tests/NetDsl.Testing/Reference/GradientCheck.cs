using Xunit;

namespace NetDsl.Testing.Reference;

/// <summary>
/// Compares the reference's backward pass with central differences in double precision. With a step of 1e-5 the
/// truncation error is about h^2 = 1e-10 and the rounding error about 1e-16 / h = 1e-11 of the sum's size, so an
/// agreement of 1e-7 proves a formula and no wrong one reaches it.
/// </summary>
public static class GradientCheck
{
    public const double Step = 1e-5;

    public const double Tolerance = 1e-7;

    /// <summary>Far enough from kinks that a step of any single value cannot cross one.</summary>
    public const double KinkDistance = 1e-3;

    /// <summary>Checks the gradient with respect to the input and every parameter.</summary>
    public static void Run(ReferenceNetwork network, int batch, int seed)
    {
        ReferenceData data = ReferenceData.Draw(network, batch, seed, KinkDistance);
        Tensor inputGradient = network.Backward(network.Forward(data.Input), data.OutputGradient);
        double Sum() => network.Forward(data.Input)[^1].Values.Zip(data.OutputGradient.Values, (y, dy) => y * dy).Sum();

        Compare("input", data.Input.Values, inputGradient.Values, Sum, data.Seed);
        foreach (ReferenceParameter parameter in network.Parameters)
        {
            Compare(parameter.Name, parameter.Value, parameter.Gradient, Sum, data.Seed);
        }
    }

    /// <summary>Checks the gradient of a loss with respect to what enters it.</summary>
    public static void Run(ReferenceLoss loss, Tensor logits, IReadOnlyList<double> targets) => Compare(
        loss.Kind, logits.Values, loss.Evaluate(logits, targets).Gradient.Values, () => loss.Evaluate(logits, targets).Loss, seed: 0);

    private static void Compare(string what, double[] values, double[] gradient, Func<double> function, int seed)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            values[i] = value + Step;
            double above = function();
            values[i] = value - Step;
            double below = function();
            values[i] = value;
            double difference = (above - below) / (2 * Step);
            double scale = Math.Max(1, Math.Abs(difference));
            Assert.True(
                Math.Abs(difference - gradient[i]) <= Tolerance * scale,
                $"{what}[{i}] (seed {seed}): backward says {gradient[i]:R}, central differences {difference:R}");
        }
    }
}
