namespace NetDsl.Runtime;

/// <summary>Losses over a batch in canonical layout: the value, and its gradient with respect to what entered.</summary>
public static partial class Losses
{
    /// <summary>Turns every run of <paramref name="channels"/> values into a distribution, in place.</summary>
    public static void Softmax(Span<float> values, int channels)
    {
        for (int start = 0; start < values.Length; start += channels)
        {
            Span<float> cell = values.Slice(start, channels);
            float max = Maximum(cell), sum = 0;
            for (int c = 0; c < channels; c++)
            {
                sum += cell[c] = MathF.Exp(cell[c] - max);
            }

            for (int c = 0; c < channels; c++)
            {
                cell[c] /= sum;
            }
        }
    }

    /// <summary>Turns every run of <paramref name="channels"/> values into the logarithms of a distribution, in place.</summary>
    public static void LogSoftmax(Span<float> values, int channels)
    {
        for (int start = 0; start < values.Length; start += channels)
        {
            Span<float> cell = values.Slice(start, channels);
            float max = Maximum(cell), sum = 0;
            for (int c = 0; c < channels; c++)
            {
                sum += MathF.Exp(cell[c] - max);
            }

            float logarithm = MathF.Log(sum);
            for (int c = 0; c < channels; c++)
            {
                cell[c] = cell[c] - max - logarithm;
            }
        }
    }

    /// <summary>The mean of -log softmax(logits)[label] over all labels.</summary>
    /// <param name="logits">A run of <paramref name="channels"/> values for each label.</param>
    /// <param name="labels">Classes from 0.</param>
    /// <param name="channels">Number of classes.</param>
    /// <param name="gradient">Receives (softmax - one-hot) / number of labels.</param>
    public static float SoftmaxCrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, int channels, Span<float> gradient)
    {
        double loss = 0;
        float scale = 1f / labels.Length;
        for (int n = 0; n < labels.Length; n++)
        {
            Span<float> cell = gradient.Slice(n * channels, channels);
            float normalizer = Shifted(logits.Slice(n * channels, channels), cell, out float sum);
            loss += Math.Log(sum) - (logits[(n * channels) + labels[n]] - normalizer);
            for (int c = 0; c < channels; c++)
            {
                cell[c] = ((cell[c] / sum) - (c == labels[n] ? 1 : 0)) * scale;
            }
        }

        return (float)(loss / labels.Length);
    }

    /// <summary>The mean of -sum(target * log softmax(logits)) over all cells.</summary>
    /// <param name="logits">Runs of <paramref name="channels"/> values.</param>
    /// <param name="targets">A distribution for each run.</param>
    /// <param name="channels">Number of classes.</param>
    /// <param name="gradient">Receives (softmax * sum(target) - target) / number of cells.</param>
    public static float SoftmaxCrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int channels, Span<float> gradient)
    {
        double loss = 0;
        int cells = logits.Length / channels;
        float scale = 1f / cells;
        for (int n = 0; n < cells; n++)
        {
            ReadOnlySpan<float> given = logits.Slice(n * channels, channels), wanted = targets.Slice(n * channels, channels);
            Span<float> cell = gradient.Slice(n * channels, channels);
            float normalizer = Shifted(given, cell, out float sum);
            float logSum = MathF.Log(sum), mass = 0;
            for (int c = 0; c < channels; c++)
            {
                loss += wanted[c] * (double)(logSum - (given[c] - normalizer));
                mass += wanted[c];
            }

            for (int c = 0; c < channels; c++)
            {
                cell[c] = ((cell[c] / sum * mass) - wanted[c]) * scale;
            }
        }

        return (float)(loss / cells);
    }

    /// <summary>The mean over all values of (output - target) squared.</summary>
    /// <param name="output">What the network gave.</param>
    /// <param name="targets">What it should have given.</param>
    /// <param name="gradient">Receives 2 (output - target) / number of values.</param>
    public static float MeanSquaredError(ReadOnlySpan<float> output, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        double loss = 0;
        float scale = 2f / output.Length;
        for (int i = 0; i < output.Length; i++)
        {
            float difference = output[i] - targets[i];
            loss += (double)difference * difference;
            gradient[i] = difference * scale;
        }

        return (float)(loss / output.Length);
    }

    // Subtracting the largest logit keeps every exponential at 1 or below.
    private static float Shifted(ReadOnlySpan<float> logits, Span<float> exponentials, out float sum)
    {
        float max = Maximum(logits);
        sum = 0;
        for (int c = 0; c < logits.Length; c++)
        {
            sum += exponentials[c] = MathF.Exp(logits[c] - max);
        }

        return max;
    }

    private static float Maximum(ReadOnlySpan<float> values)
    {
        float max = values[0];
        for (int c = 1; c < values.Length; c++)
        {
            max = MathF.Max(max, values[c]);
        }

        return max;
    }
}
