namespace NetDsl.Testing.Reference;

/// <summary>Seeded values for a network, all of them exact in single precision so that both sides start from the same numbers.</summary>
/// <param name="Seed">What the generator of the numbers started from.</param>
/// <param name="Input">A batch.</param>
/// <param name="OutputGradient">The factors dy of sum(y * dy).</param>
public sealed record ReferenceData(int Seed, Tensor Input, Tensor OutputGradient)
{
    private const int Attempts = 50;

    /// <summary>
    /// Fills the network's parameters and draws a batch whose activations keep <paramref name="distance"/> from every
    /// kink; the seed counts on until one is found.
    /// </summary>
    public static ReferenceData Draw(ReferenceNetwork network, int batch, int seed, double distance) => Draw(
        network.Parameters, parameter => Admit(network.Layers[parameter.Layer], parameter),
        network.Input, network.Output, input => network.KinkDistance(network.Forward(input)), batch, seed, distance);

    /// <summary>The same for a graph; all its outputs have one shape.</summary>
    public static ReferenceData Draw(ReferenceGraph graph, int batch, int seed, double distance) => Draw(
        graph.Parameters, parameter => Admit(graph.LayerOf(parameter), parameter),
        graph.ShapeOf(0), graph.ShapeOf(graph.Outputs[0].Node), input => graph.KinkDistance(graph.Forward(input)), batch, seed, distance);

    private static ReferenceData Draw(
        IReadOnlyList<ReferenceParameter> parameters, Action<ReferenceParameter> admit, ReferenceShape inputShape, ReferenceShape outputShape,
        Func<Tensor, double> kinkDistance, int batch, int seed, double distance)
    {
        for (int attempt = seed; attempt < seed + Attempts; attempt++)
        {
            var random = new Random(attempt);
            foreach (ReferenceParameter parameter in parameters)
            {
                Fill(random, parameter.Value, Math.Sqrt(3.0 / parameter.FanIn));
                admit(parameter);
            }

            var input = new Tensor(batch, inputShape);
            var outputGradient = new Tensor(batch, outputShape);
            Fill(random, input.Values, 1);
            Fill(random, outputGradient.Values, 1);
            if (kinkDistance(input) >= distance)
            {
                return new(attempt, input, outputGradient);
            }
        }

        throw new InvalidOperationException(
            $"No seed from {seed} to {seed + Attempts - 1} keeps {distance} from every kink; use fewer values or a smaller distance");
    }

    /// <summary>Replaces values that a parameter may not have.</summary>
    private static void Admit(ReferenceLayer layer, ReferenceParameter parameter)
    {
        string name = parameter.Name[(parameter.Name.LastIndexOf('.') + 1)..];
        for (int i = 0; i < parameter.Value.Length; i++)
        {
            parameter.Value[i] = layer.Admissible(name, parameter.Value[i]);
        }
    }

    private static void Fill(Random random, double[] values, double range)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(((2 * random.NextDouble()) - 1) * range);
        }
    }
}
