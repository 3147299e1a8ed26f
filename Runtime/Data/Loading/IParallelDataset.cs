namespace NetDsl;

/// <summary>
/// Samples that take time to make, because they are read from files or augmented: a trainer has threads of its own make them ahead of the
/// step that needs them. Each is a function of epoch and index alone, and can be made on any thread, several at once.
/// </summary>
public interface IParallelDataset : ILabeledDataset
{
    /// <summary>Whether <see cref="Label(int, int)"/> ever mixes two classes.</summary>
    bool MixesLabels => false;

    /// <summary>Makes a sample as an epoch sees it.</summary>
    /// <param name="epoch">The epoch, from 1; 0 for a validation.</param>
    /// <param name="index">From 0 to <see cref="ISampleSource.Count"/> - 1.</param>
    /// <param name="destination"><see cref="ISampleSource.SampleLength"/> floats.</param>
    void CopySample(int epoch, int index, Span<float> destination);

    /// <summary>The label that belongs to the sample as an epoch sees it.</summary>
    /// <param name="epoch">The epoch, from 1; 0 for a validation.</param>
    /// <param name="index">From 0 to <see cref="ISampleSource.Count"/> - 1.</param>
    MixedLabel Label(int epoch, int index) => MixedLabel.Of(Label(index));
}
