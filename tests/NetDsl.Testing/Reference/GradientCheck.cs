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

    /// <summary>
    /// Far enough for networks whose values are few enough to be drawn like this only; a step of one value moves another by a few
    /// times itself.
    /// </summary>
    public const double GraphKinkDistance = 2e-4;

    /// <summary>Checks the gradient with respect to the input and every parameter, or a seeded choice of so many values of each.</summary>
    public static void Run(ReferenceNetwork network, int batch, int seed, int choices = int.MaxValue)
    {
        ReferenceData data = ReferenceData.Draw(network, batch, seed, KinkDistance);
        Tensor inputGradient = network.Backward(network.Forward(data.Input), data.OutputGradient);
        Compare(data, inputGradient, network.Parameters, () => Sum(network.Forward(data.Input)[^1], data.OutputGradient), choices);
    }

    /// <summary>Checks the gradient of all outputs of a graph together, each with its weight.</summary>
    public static void Run(ReferenceGraph graph, int batch, int seed, int choices)
    {
        ReferenceData data = ReferenceData.Draw(graph, batch, seed, GraphKinkDistance);
        Tensor Weighted(double weight) => new(batch, data.OutputGradient.Shape, Array.ConvertAll(data.OutputGradient.Values, dy => weight * dy));
        Tensor inputGradient = graph.Backward(graph.Forward(data.Input), graph.Outputs.Select(output => (output.Node, Weighted(output.Weight))));
        double Function()
        {
            IReadOnlyList<Tensor> values = graph.Forward(data.Input);
            return graph.Outputs.Sum(output => output.Weight * Sum(values[output.Node], data.OutputGradient));
        }

        Compare(data, inputGradient, graph.Parameters, Function, choices);
    }

    /// <summary>Checks the gradient of a loss with respect to what enters it.</summary>
    public static void Run(ReferenceLoss loss, Tensor logits, IReadOnlyList<double> targets) => Compare(
        loss.Kind, logits.Values, loss.Evaluate(logits, targets).Gradient.Values, () => loss.Evaluate(logits, targets).Loss, seed: 0, choices: int.MaxValue);

    private static double Sum(Tensor output, Tensor gradient) => output.Values.Zip(gradient.Values, (y, dy) => y * dy).Sum();

    private static void Compare(
        ReferenceData data, Tensor inputGradient, IReadOnlyList<ReferenceParameter> parameters, Func<double> function, int choices)
    {
        Compare("input", data.Input.Values, inputGradient.Values, function, data.Seed, choices);
        foreach (ReferenceParameter parameter in parameters)
        {
            Compare(parameter.Name, parameter.Value, parameter.Gradient, function, data.Seed, choices);
        }
    }

    private static void Compare(string what, double[] values, double[] gradient, Func<double> function, int seed, int choices)
    {
        int[] places = [.. Enumerable.Range(0, values.Length)];
        if (choices < places.Length)
        {
            new Random(seed).Shuffle(places);
        }

        foreach (int i in places.Take(choices))
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
