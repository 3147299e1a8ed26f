namespace NetDsl;

/// <summary>
/// Which pixels an output depends on most: the magnitude of its gradient with respect to the input, the largest over a pixel's channels
/// (Simonyan et al. 2013, "Deep inside convolutional networks", section 3). The output is the one before the loss.
/// </summary>
public static class Saliency
{
    // Far above the rounding of the outputs, far below what bends them.
    private const float Step = 1e-2f;
    private const double Agreement = 1e-3;

    /// <summary>Computes the map of a sample; parameters stay as they are.</summary>
    /// <remarks>
    /// A training pass gives the gradient where it computes what a prediction does. With dropout or batch normalisation it does not, and
    /// the gradient is taken of the prediction itself, by central differences: two predictions for each input.
    /// </remarks>
    /// <param name="network">The network; no training pass of it may be open.</param>
    /// <param name="sample">One sample.</param>
    /// <param name="channels">Values of a pixel.</param>
    /// <param name="output">The output, such as a class.</param>
    /// <returns>One number for each pixel, row by row.</returns>
    /// <exception cref="ArgumentException">The sample is not the network's, or there is no such output.</exception>
    /// <exception cref="InvalidOperationException">A training pass is open.</exception>
    public static float[] Map<TNetwork>(TNetwork network, ReadOnlySpan<float> sample, int channels, int output)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        ExplanationArgument.Check<TNetwork>(sample, channels, output);
        float[] gradient = TryPass(network, sample, output) ?? Differences(network, sample, output);
        var map = new float[gradient.Length / channels];
        for (int i = 0; i < gradient.Length; i++)
        {
            map[i / channels] = Math.Max(map[i / channels], Math.Abs(gradient[i]));
        }

        return map;
    }

    private static float[]? TryPass<TNetwork>(TNetwork network, ReadOnlySpan<float> sample, int output)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        if (network.Parameters.Any(parameter => !parameter.Trainable))
        {
            return null;
        }

        var predicted = new float[TNetwork.OutputLength];
        network.PredictLogits(sample, predicted);
        using TrainingPass pass = network.CreateTrainingPass(batch: 1, network.Threads);
        ReadOnlySpan<float> trained = pass.Forward(sample);
        double scale = 0;
        foreach (float value in predicted)
        {
            scale = Math.Max(scale, Math.Abs(value));
        }

        for (int i = 0; i < predicted.Length; i++)
        {
            if (!(Math.Abs(trained[i] - predicted[i]) <= Agreement * scale))
            {
                return null;
            }
        }

        var slope = new float[TNetwork.OutputLength];
        slope[output] = 1;
        pass.Backward(slope);
        return pass.InputGradient.ToArray();
    }

    private static float[] Differences<TNetwork>(TNetwork network, ReadOnlySpan<float> sample, int output)
        where TNetwork : class, ITrainableNetwork<TNetwork>
    {
        const int Pairs = 16;
        var gradient = new float[sample.Length];
        var inputs = new float[2 * Pairs * sample.Length];
        var outputs = new float[2 * Pairs * TNetwork.OutputLength];
        for (int from = 0; from < sample.Length; from += Pairs)
        {
            int count = Math.Min(Pairs, sample.Length - from);
            for (int i = 0; i < 2 * count; i++)
            {
                Span<float> moved = inputs.AsSpan(i * sample.Length, sample.Length);
                sample.CopyTo(moved);
                moved[from + i / 2] += i % 2 == 0 ? Step : -Step;
            }

            network.PredictLogits(inputs.AsSpan(0, 2 * count * sample.Length), outputs.AsSpan(0, 2 * count * TNetwork.OutputLength));
            for (int i = 0; i < count; i++)
            {
                float up = outputs[2 * i * TNetwork.OutputLength + output], down = outputs[(2 * i + 1) * TNetwork.OutputLength + output];
                gradient[from + i] = (up - down) / (2 * Step);
            }
        }

        return gradient;
    }
}
