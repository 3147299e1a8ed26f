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
    public static ReferenceData Draw(ReferenceNetwork network, int batch, int seed, double distance)
    {
        for (int attempt = seed; attempt < seed + Attempts; attempt++)
        {
            ReferenceData data = Draw(network, batch, attempt);
            if (network.KinkDistance(network.Forward(data.Input)) >= distance)
            {
                return data;
            }
        }

        throw new InvalidOperationException(
            $"No seed from {seed} to {seed + Attempts - 1} keeps {distance} from every kink; use fewer values or a smaller distance");
    }

    private static ReferenceData Draw(ReferenceNetwork network, int batch, int seed)
    {
        var random = new Random(seed);
        foreach (ReferenceParameter parameter in network.Parameters)
        {
            Fill(random, parameter.Value, Math.Sqrt(3.0 / parameter.FanIn));
            Admit(network.Layers[parameter.Layer], parameter);
        }

        var input = new Tensor(batch, network.Input);
        var outputGradient = new Tensor(batch, network.Output);
        Fill(random, input.Values, 1);
        Fill(random, outputGradient.Values, 1);
        return new(seed, input, outputGradient);
    }

    /// <summary>Replaces values that a parameter may not have.</summary>
    public static void Admit(ReferenceLayer layer, ReferenceParameter parameter)
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
