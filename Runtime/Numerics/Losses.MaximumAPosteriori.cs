namespace NetDsl.Runtime;

/// <content>The loss of distances.</content>
public static partial class Losses
{
    /// <summary>Turns every run of <paramref name="channels"/> distances into probabilities, exp(-y) over their sum, in place.</summary>
    public static void Posterior(Span<float> values, int channels)
    {
        foreach (ref float value in values)
        {
            value = -value;
        }

        Softmax(values, channels);
    }

    /// <summary>The mean of y[label] + log(exp(-penalty) + sum(exp(-y))) over all labels (LeCun et al. 1998, equation 9).</summary>
    /// <param name="distances">A run of <paramref name="channels"/> values for each label.</param>
    /// <param name="labels">Classes from 0.</param>
    /// <param name="channels">Number of classes.</param>
    /// <param name="penalty">Penalty of the class for rubbish.</param>
    /// <param name="gradient">Receives (one-hot - posterior) / number of labels.</param>
    public static float MaximumAPosteriori(ReadOnlySpan<float> distances, ReadOnlySpan<int> labels, int channels, double penalty, Span<float> gradient)
    {
        double loss = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            ReadOnlySpan<float> given = distances.Slice(n * channels, channels);
            Span<float> cell = gradient.Slice(n * channels, channels);
            loss += given[labels[n]] + Posteriors(given, penalty, cell);
            for (int c = 0; c < channels; c++)
            {
                cell[c] = ((c == labels[n] ? 1 : 0) - cell[c]) / labels.Length;
            }
        }

        return (float)(loss / labels.Length);
    }

    /// <summary>The mean of sum(target * y) + sum(target) * log(exp(-penalty) + sum(exp(-y))) over all cells.</summary>
    /// <param name="distances">Runs of <paramref name="channels"/> values.</param>
    /// <param name="targets">A distribution for each run.</param>
    /// <param name="channels">Number of classes.</param>
    /// <param name="penalty">Penalty of the class for rubbish.</param>
    /// <param name="gradient">Receives (target - posterior * sum(target)) / number of cells.</param>
    public static float MaximumAPosteriori(ReadOnlySpan<float> distances, ReadOnlySpan<float> targets, int channels, double penalty, Span<float> gradient)
    {
        double loss = 0;
        int cells = distances.Length / channels;
        for (int n = 0; n < cells; n++)
        {
            ReadOnlySpan<float> given = distances.Slice(n * channels, channels), wanted = targets.Slice(n * channels, channels);
            Span<float> cell = gradient.Slice(n * channels, channels);
            double logarithm = Posteriors(given, penalty, cell);
            float mass = 0;
            for (int c = 0; c < channels; c++)
            {
                loss += wanted[c] * (given[c] + logarithm);
                mass += wanted[c];
            }

            for (int c = 0; c < channels; c++)
            {
                cell[c] = (wanted[c] - (cell[c] * mass)) / cells;
            }
        }

        return (float)(loss / cells);
    }

    /// <summary>Probabilities of one cell's classes beside that of rubbish; returns log(exp(-penalty) + sum(exp(-y))).</summary>
    internal static double Posteriors(ReadOnlySpan<float> distances, double penalty, Span<float> probabilities)
    {
        // Adding the smallest distance keeps every exponential at 1 or below.
        double least = penalty;
        foreach (float distance in distances)
        {
            least = Math.Min(least, distance);
        }

        double sum = Math.Exp(least - penalty);
        foreach (float distance in distances)
        {
            sum += Math.Exp(least - distance);
        }

        for (int c = 0; c < distances.Length; c++)
        {
            probabilities[c] = (float)(Math.Exp(least - distances[c]) / sum);
        }

        return Math.Log(sum) - least;
    }
}
