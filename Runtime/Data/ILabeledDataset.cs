namespace NetDsl;

/// <summary>Samples of a classification: each belongs to one class.</summary>
public interface ILabeledDataset : ISampleSource
{
    /// <summary>Number of classes; labels are below it.</summary>
    int Classes { get; }

    /// <summary>The class of a sample, from 0.</summary>
    int Label(int index);
}
