namespace NetDsl;

/// <summary>How often samples of each class were taken for each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[,] counts;

    /// <summary>An empty matrix.</summary>
    /// <param name="classNames">What the classes are called.</param>
    public ConfusionMatrix(IReadOnlyList<string> classNames)
    {
        ClassNames = classNames;
        counts = new long[classNames.Count, classNames.Count];
    }

    /// <summary>What the classes are called.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Number of samples.</summary>
    public long Total { get; private set; }

    /// <summary>Samples whose class was predicted.</summary>
    public long Correct => Enumerable.Range(0, ClassNames.Count).Sum(label => counts[label, label]);

    /// <summary>Part of the samples whose class was predicted, 0 to 1; no number without samples.</summary>
    public double Accuracy => (double)Correct / Total;

    /// <summary>How many samples of one class were taken for another, or the same.</summary>
    /// <param name="actual">The samples' class.</param>
    /// <param name="predicted">What they were taken for.</param>
    public long this[int actual, int predicted] => counts[actual, predicted];

    /// <summary>Counts a sample.</summary>
    /// <param name="actual">Its class.</param>
    /// <param name="predicted">What it was taken for.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is no class.</exception>
    public void Add(int actual, int predicted)
    {
        TransformArgument.Within(actual, 0, ClassNames.Count - 1, "The class of a sample");
        TransformArgument.Within(predicted, 0, ClassNames.Count - 1, "The predicted class of a sample");
        counts[actual, predicted]++;
        Total++;
    }

    /// <summary>Samples of a class.</summary>
    public long Support(int label) => Enumerable.Range(0, ClassNames.Count).Sum(predicted => counts[label, predicted]);

    /// <summary>Of what was taken for a class, the part that is of it; no number where nothing was.</summary>
    public double Precision(int label) =>
        (double)counts[label, label] / Enumerable.Range(0, ClassNames.Count).Sum(actual => counts[actual, label]);

    /// <summary>Of a class's samples, the part that was found; no number where there are none.</summary>
    public double Recall(int label) => (double)counts[label, label] / Support(label);

    /// <summary>The harmonic mean of precision and recall; 0 where the class was never predicted rightly.</summary>
    public double F1(int label) => counts[label, label] == 0 ? 0 : 2 / ((1 / Precision(label)) + (1 / Recall(label)));
}
