namespace NetDsl.Runtime;

/// <summary>
/// Targets instead of labels, for label smoothing and class weights: a sample of class y has w[y] * ((1 - s) * one-hot(y) + s / K) over K
/// classes. The cross-entropy with it is w[y] * ((1 - s) * -log p[y] + s * the mean of -log p over all classes).
/// </summary>
internal sealed class SoftLabels
{
    private readonly int classes;
    private readonly float smoothing;
    private readonly float[] weights;

    private SoftLabels(int classes, double smoothing, IReadOnlyList<double>? weights)
    {
        this.classes = classes;
        this.smoothing = (float)smoothing;
        this.weights = [.. weights?.Select(weight => (float)weight) ?? Enumerable.Repeat(1f, classes)];
    }

    /// <summary>Null where labels will do.</summary>
    public static SoftLabels? Create(int classes, double smoothing, IReadOnlyList<double>? weights, bool mixes = false) =>
        mixes || smoothing > 0 || weights is not null ? new SoftLabels(classes, smoothing, weights) : null;

    /// <summary>Writes the target of a sample.</summary>
    public void Fill(int label, Span<float> target)
    {
        float weight = weights[label];
        target.Fill(weight * (smoothing / classes));
        target[label] += weight * (1 - smoothing);
    }

    /// <summary>Writes the target of a sample that two were mixed into: the shares of their targets.</summary>
    public void Fill(MixedLabel label, Span<float> target)
    {
        Fill(label.First, target);
        if (label.Share == 1)
        {
            return;
        }

        float rest = (1 - label.Share) * weights[label.Second];
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = (label.Share * target[i]) + (rest * (smoothing / classes));
        }

        target[label.Second] += rest * (1 - smoothing);
    }
}
