using NetDsl.Runtime;

namespace NetDsl;

/// <summary>A data set in two parts that share no sample.</summary>
/// <param name="Training">What to learn from.</param>
/// <param name="Validation">What to measure on.</param>
public sealed record DatasetSplit(IImageDataset Training, IImageDataset Validation)
{
    private const ulong SplitStream = 0x53706C6974;

    /// <summary>Splits at random, by a seed alone. Both parts keep the order of the samples.</summary>
    /// <param name="dataset">What to split.</param>
    /// <param name="validationShare">How much of it is held back for the validation, above 0 and below 1.</param>
    /// <param name="seed">Decides which samples; the same seed and data give the same split.</param>
    /// <param name="stratified">
    /// Takes the share of every class, at least one sample where the class has two; otherwise of all samples together.
    /// </param>
    /// <exception cref="ArgumentException">The share is outside its range, or there is nothing for one of the parts.</exception>
    public static DatasetSplit Random(IImageDataset dataset, double validationShare, int seed = 0, bool stratified = true)
    {
        TransformArgument.Within(validationShare, 1e-9, 1 - 1e-9, "The share held back for the validation");
        IEnumerable<IGrouping<int, int>> groups = Enumerable.Range(0, dataset.Count).GroupBy(index => stratified ? dataset.Label(index) : -1);
        var (training, validation) = (new List<int>(), new List<int>());
        foreach (IGrouping<int, int> group in groups)
        {
            int[] indices = [.. group];
            int held = indices.Length < 2 ? 0 : Math.Clamp((int)Math.Round(validationShare * indices.Length), 1, indices.Length - 1);
            Shuffle(indices, CounterRandom.Key((uint)seed, SplitStream, (ulong)(group.Key + 1)));
            validation.AddRange(indices.AsSpan(0, held));
            training.AddRange(indices.AsSpan(held));
        }

        if (validation.Count == 0)
        {
            throw new ArgumentException($"A data set of {SampleGeometry.Text(dataset.Count)} samples in {SampleGeometry.Text(dataset.Classes)} "
                + "classes cannot be split; a class with at least two samples is needed");
        }

        return new DatasetSplit(
            Subset.Of(dataset, [.. training.Order()]), Subset.Of(dataset, [.. validation.Order()]));
    }

    private static void Shuffle(int[] indices, ulong key)
    {
        for (int i = indices.Length - 1; i > 0; i--)
        {
            int other = CounterRandom.Below(key, (ulong)i, i + 1);
            (indices[i], indices[other]) = (indices[other], indices[i]);
        }
    }
}
