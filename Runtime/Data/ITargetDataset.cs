namespace NetDsl;

/// <summary>Samples of a regression: each has the output that the network should give.</summary>
public interface ITargetDataset : ISampleSource
{
    /// <summary>Number of floats in one target.</summary>
    int TargetLength { get; }

    /// <summary>Copies the wanted output of a sample.</summary>
    /// <param name="index">From 0 to <see cref="ISampleSource.Count"/> - 1.</param>
    /// <param name="destination"><see cref="TargetLength"/> floats.</param>
    void CopyTarget(int index, Span<float> destination);
}
