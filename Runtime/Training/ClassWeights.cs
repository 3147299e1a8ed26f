namespace NetDsl;

/// <summary>Weights of classes for <see cref="TrainerOptions.ClassWeights"/>.</summary>
public static class ClassWeights
{
    /// <summary>
    /// Weights that make every class count alike, however many samples it has: samples / (classes * samples of the class); their mean over the
    /// samples is 1. A class without samples has weight 1.
    /// </summary>
    /// <param name="samples">The samples to learn from.</param>
    public static IReadOnlyList<double> Balanced(ILabeledDataset samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var counts = new int[samples.Classes];
        for (int i = 0; i < samples.Count; i++)
        {
            counts[samples.Label(i)]++;
        }

        int present = counts.Count(count => count > 0);
        return [.. counts.Select(count => count == 0 ? 1 : (double)samples.Count / ((double)present * count))];
    }
}
